package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.SetupStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Settings in PostgreSQL, as the app role under row-level security. Safe for use by several
 * threads.
 */
public final class PostgresSetupStore implements SetupStore {
  private static final String SELECT =
      "select kind, code, version, document, updated_at from fulfilment_setting"
          + " where client_id = :client";

  private final Database database;

  public PostgresSetupStore(Database database) {
    this.database = database;
  }

  @Override
  public long revision(ClientId client) {
    return asClient(client, handle -> revision(handle, client));
  }

  private static long revision(Handle handle, ClientId client) {
    return handle
        .createQuery("select revision from fulfilment_revision where client_id = :client")
        .bind("client", client.value())
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  @Override
  public Snapshot all(ClientId client) {
    // One statement sees one moment; two would not.
    record Read(long revision, @Nullable SetupRow row) {}
    List<Read> read =
        asClient(
            client,
            handle ->
                handle
                    .createQuery(
                        "select revision, kind, code, version, document, updated_at"
                            + " from fulfilment_revision left join fulfilment_setting"
                            + " using (client_id) where client_id = :client order by kind, code")
                    .bind("client", client.value())
                    .map((row, context) ->
                        new Read(
                            row.getLong("revision"),
                            row.getString("kind") == null ? null : row(row, context)))
                    .list());
    List<SetupRow> rows = new ArrayList<>();
    for (Read one : read) {
      if (one.row() != null) {
        rows.add(one.row());
      }
    }
    return new Snapshot(read.isEmpty() ? 0 : read.getFirst().revision(), rows);
  }

  @Override
  public Optional<SetupRow> find(ClientId client, String kind, String code) {
    return asClient(
        client,
        handle ->
            handle
                .createQuery(SELECT + " and kind = :kind and code = :code")
                .bind("client", client.value())
                .bind("kind", kind)
                .bind("code", code)
                .map(PostgresSetupStore::row)
                .findOne());
  }

  @Override
  public Page<SetupRow> list(ClientId client, String kind, @Nullable String after, int limit) {
    int rows = Cursors.oneMore(limit);
    String afterCode = after == null ? "" : Cursors.text(after);
    List<SetupRow> found =
        asClient(
            client,
            handle ->
                handle
                    .createQuery(
                        SELECT
                            + " and kind = :kind and code > :after collate \"C\""
                            + " order by code limit :rows")
                    .bind("client", client.value())
                    .bind("kind", kind)
                    .bind("after", afterCode)
                    .bind("rows", rows)
                    .map(PostgresSetupStore::row)
                    .list());
    return Cursors.page(found, limit, SetupRow::code);
  }

  @Override
  public OptionalLong change(ClientId client, long expected, List<Change> changes) {
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("a change of settings changes something");
    }
    return asClient(
        client,
        handle -> {
          if (!take(handle, client, expected)) {
            return OptionalLong.empty();
          }
          write(handle, client, expected + 1, changes);
          return OptionalLong.of(expected + 1);
        });
  }

  /** Locks the revision and lets it grow; false when it is another one. */
  private static boolean take(Handle handle, ClientId client, long expected) {
    String sql =
        expected == 0
            ? "insert into fulfilment_revision (client_id, revision) values (:client, 1)"
                + " on conflict (client_id) do nothing"
            : "update fulfilment_revision set revision = revision + 1"
                + " where client_id = :client and revision = :expected";
    var update = handle.createUpdate(sql).bind("client", client.value());
    return (expected == 0 ? update : update.bind("expected", expected)).execute() == 1;
  }

  private static void write(Handle handle, ClientId client, long revision, List<Change> changes) {
    List<Change> kept = changes.stream().filter(one -> one.document() != null).toList();
    List<Change> removed = changes.stream().filter(one -> one.document() == null).toList();
    if (!removed.isEmpty()) {
      handle
          .createUpdate(
              "delete from fulfilment_setting using unnest(:kinds, :codes) as gone (k, c)"
                  + " where client_id = :client and kind = k and code = c")
          .bind("client", client.value())
          .bind("kinds", texts(removed, Change::kind))
          .bind("codes", texts(removed, Change::code))
          .execute();
    }
    if (!kept.isEmpty()) {
      handle
          .createUpdate(
              "insert into fulfilment_setting (client_id, kind, code, version, document)"
                  + " select :client, k, c, :revision, d"
                  + " from unnest(:kinds, :codes, :documents) as kept (k, c, d)"
                  + " on conflict (client_id, kind, code) do update set version = excluded.version,"
                  + " document = excluded.document, updated_at = clock_timestamp()")
          .bind("client", client.value())
          .bind("revision", revision)
          .bind("kinds", texts(kept, Change::kind))
          .bind("codes", texts(kept, Change::code))
          .bind("documents", texts(kept, Change::document))
          .execute();
    }
  }

  private static String[] texts(List<Change> changes, Function<Change, @Nullable String> of) {
    return changes.stream().map(of).toArray(String[]::new);
  }

  private static SetupRow row(ResultSet row, StatementContext context) throws SQLException {
    return new SetupRow(
        row.getString("kind"),
        row.getString("code"),
        row.getLong("version"),
        row.getString("document"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private <T> T asClient(ClientId client, Database.Work<T> work) {
    return StoreFailures.asking(() -> database.asClient(client, work));
  }
}
