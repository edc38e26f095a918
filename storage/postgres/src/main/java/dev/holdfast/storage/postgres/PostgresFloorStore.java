package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.FloorStore;
import dev.holdfast.storage.api.Page;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The floor in PostgreSQL: as the app role under row-level security, but for what was left in the
 * middle, which the jobs role looks for. Safe for use by several threads.
 */
public final class PostgresFloorStore implements FloorStore {
  private static final String UNFINISHED =
      "select client_id, id, is_wave from ("
          + "select client_id, id, true as is_wave, updated_at from wave where unfinished"
          + " union all select client_id, id, false, updated_at from pick_list where unfinished) u"
          + " where updated_at < clock_timestamp() - make_interval(secs => :seconds)"
          + " order by updated_at limit :rows";

  private final Database database;
  private final Jdbi jobs;

  public PostgresFloorStore(Database database) {
    this.database = database;
    this.jobs = Jdbi.create(database.jobs());
  }

  @Override
  public boolean keep(ClientId client, FloorChange change) {
    return asClient(
        client,
        handle -> {
          boolean fits = change.wave() == null || FloorRows.write(handle, client, change.wave());
          for (PickListRow list : change.pickLists()) {
            fits = fits && FloorRows.write(handle, client, list);
          }
          if (!fits) {
            handle.rollback();
          }
          return fits;
        });
  }

  @Override
  public Optional<StoredWave> wave(ClientId client, UUID id) {
    return oneWave(client, " and id = :key", id);
  }

  @Override
  public Optional<StoredWave> waveOf(ClientId client, String requestKey) {
    return oneWave(client, " and request_key = :key", requestKey);
  }

  private Optional<StoredWave> oneWave(ClientId client, String condition, Object key) {
    return asClient(
        client,
        handle ->
            handle
                .createQuery(FloorRows.WAVE + condition)
                .bind("client", client.value())
                .bind("key", key)
                .map(FloorRows::wave)
                .findOne());
  }

  @Override
  public Page<StoredWave> waves(
      ClientId client, WaveFilter filter, @Nullable String after, int limit) {
    int rows = Cursors.oneMore(limit);
    UUID before = after == null ? null : Cursors.uuid(after);
    String sql =
        FloorRows.WAVE
            + (filter.locationId() == null ? "" : " and location_id = :location")
            + (filter.state() == null ? "" : " and state = :state")
            + (before == null ? "" : " and id < :before")
            + " order by id desc limit :rows";
    List<StoredWave> found =
        asClient(
            client,
            handle -> {
              Query query = query(handle, sql, client, filter.locationId(), before, rows);
              if (filter.state() != null) {
                query.bind("state", filter.state().number());
              }
              return query.map(FloorRows::wave).list();
            });
    return Cursors.page(found, limit, wave -> wave.row().id());
  }

  @Override
  public Optional<PickListRow> pickList(ClientId client, UUID id) {
    return asClient(
        client,
        handle ->
            handle
                .createQuery(FloorRows.PICK_LIST + " and id = :id")
                .bind("client", client.value())
                .bind("id", id)
                .map(FloorRows::pickList)
                .findOne());
  }

  @Override
  public Page<PickListRow> pickLists(
      ClientId client, PickListFilter filter, @Nullable String after, int limit) {
    int rows = Cursors.oneMore(limit);
    UUID from = after == null ? null : Cursors.uuid(after);
    boolean upwards = filter.wave() != null;
    String sql =
        FloorRows.PICK_LIST
            + (filter.locationId() == null ? "" : " and location_id = :location")
            + (filter.state() == null ? "" : " and state = :state")
            + (upwards ? " and wave_id = :wave" : "")
            + (from == null ? "" : " and id " + (upwards ? ">" : "<") + " :before")
            + (" order by id" + (upwards ? "" : " desc") + " limit :rows");
    List<PickListRow> found =
        asClient(
            client,
            handle -> {
              Query query = query(handle, sql, client, filter.locationId(), from, rows);
              if (filter.state() != null) {
                query.bind("state", filter.state().number());
              }
              if (filter.wave() != null) {
                query.bind("wave", filter.wave());
              }
              return query.map(FloorRows::pickList).list();
            });
    return Cursors.page(found, limit, PickListRow::id);
  }

  private static Query query(
      Handle handle,
      String sql,
      ClientId client,
      @Nullable Integer location,
      @Nullable UUID before,
      int rows) {
    Query query = handle.createQuery(sql).bind("client", client.value()).bind("rows", rows);
    if (location != null) {
      query.bind("location", location);
    }
    if (before != null) {
      query.bind("before", before);
    }
    return query;
  }

  @Override
  public List<Unfinished> unfinished(Duration quiet, int limit) {
    return StoreFailures.asking(() ->
        jobs.inTransaction(handle ->
            handle
                .createQuery(UNFINISHED)
                .bind("seconds", quiet.toMillis() / 1_000.0)
                .bind("rows", limit)
                .map((row, context) ->
                    new Unfinished(
                        new ClientId(row.getInt("client_id")),
                        row.getObject("id", UUID.class),
                        row.getBoolean("is_wave")))
                .list()));
  }

  @Override
  public void track(ClientId client, Parcel parcel, List<String> numbers) {
    asClient(
        client,
        handle ->
            handle
                .createUpdate(
                    "insert into parcel (client_id, number, order_id, shipment_id)"
                        + " select :client, number, :order, :shipment"
                        + " from unnest(cast(:numbers as text[])) as number"
                        + " on conflict do nothing")
                .bind("client", client.value())
                .bind("order", parcel.order())
                .bind("shipment", parcel.shipment())
                .bindArray("numbers", String.class, numbers)
                .execute());
  }

  @Override
  public Optional<Parcel> parcel(ClientId client, String number) {
    return asClient(
        client,
        handle ->
            handle
                .createQuery(
                    "select order_id, shipment_id from parcel"
                        + " where client_id = :client and number = :number")
                .bind("client", client.value())
                .bind("number", number)
                .map((row, context) ->
                    new Parcel(
                        row.getObject("order_id", UUID.class),
                        row.getObject("shipment_id", UUID.class)))
                .findOne());
  }

  private <T> T asClient(ClientId client, Database.Work<T> work) {
    return StoreFailures.asking(() -> database.asClient(client, work));
  }
}
