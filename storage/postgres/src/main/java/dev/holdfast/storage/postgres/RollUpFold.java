package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.domain.reporting.VersionedFact.Open;
import dev.holdfast.storage.api.FactBatch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One batch folded in one transaction: lock the mark, read what its facts counted before, sum up
 * the difference, add it, move the mark.
 */
final class RollUpFold {
  /** Rows of one statement: more would not be faster, only larger in memory. */
  private static final int CHUNK = 5_000;

  private static final String LOCK = "select value from roll_up_mark for update";
  private static final String MOVE = "update roll_up_mark set value = ?, as_of = ?";

  private static final String KNOWN =
      "select f.client_id, f.id, f.version, f.folded from"
          + " unnest(?::int[], ?::uuid[]) g(client_id, id)"
          + " join roll_up_fact f on f.client_id = g.client_id and f.id = g.id";

  private static final String REMEMBER =
      "insert into roll_up_fact (client_id, id, version, folded)"
          + " select * from unnest(?::int[], ?::uuid[], ?::bigint[], ?::bytea[])"
          + " on conflict (client_id, id)"
          + " do update set version = excluded.version, folded = excluded.folded";

  static final String WAITING =
      "select o.* from unnest(?::int[], ?::uuid[]) g(client_id, id)"
          + " join open_shipment o on o.client_id = g.client_id and o.fact_id = g.id";

  static final String NO_LONGER_WAITING =
      "delete from open_shipment o using unnest(?::int[], ?::uuid[], ?::uuid[])"
          + " g(client_id, fact_id, shipment) where o.client_id = g.client_id"
          + " and o.fact_id = g.fact_id and o.shipment = g.shipment";

  private static final String WAIT =
      "insert into open_shipment (client_id, fact_id, shipment, location_id, carrier, service,"
          + " placed_at, ship_by, lines) select * from unnest(?::int[], ?::uuid[], ?::uuid[],"
          + " ?::int[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::int[])";

  private static final String ADD_TO_BACKLOG =
      "insert into backlog (client_id, quarter, location_id, carrier, service, ship_by, shipments,"
          + " lines) select * from unnest(?::int[], ?::timestamptz[], ?::int[], ?::text[],"
          + " ?::text[], ?::timestamptz[], ?::bigint[], ?::bigint[])"
          + " on conflict (client_id, quarter, location_id, carrier, service, ship_by)"
          + " do update set shipments = backlog.shipments + excluded.shipments,"
          + " lines = backlog.lines + excluded.lines";

  private static final String NOTHING_LEFT =
      "delete from backlog b using unnest(?::int[], ?::timestamptz[]) g(client_id, quarter)"
          + " where b.client_id = g.client_id and b.quarter = g.quarter and b.shipments = 0";

  private static final String NEW_VERSION =
      "insert into roll_up_version (client_id, number) select unnest(?::int[]), 1"
          + " on conflict (client_id) do update set number = roll_up_version.number + 1";

  private static final String ADD = add();

  private final Connection connection;
  private final FactBatch batch;
  private final RollUpChanges changes = new RollUpChanges();

  private record FactId(ClientId client, UUID id) {
    static FactId of(VersionedFact fact) {
      return new FactId(fact.client(), fact.id());
    }
  }

  private record Known(long version, List<Contribution> contributions) {}

  private record Waiting(FactId fact, Open open) {}

  RollUpFold(Connection connection, FactBatch batch) {
    this.connection = connection;
    this.batch = batch;
  }

  private static String add() {
    List<String> measures = Stream.of(Measure.values()).map(Measure::label).toList();
    String names = String.join(", ", measures);
    return "insert into roll_up (client_id, cut, grain, start, location_id, carrier, service,"
        + " category, currency, "
        + names
        + ") select client_id, cut, grain, to_timestamp(start) at time zone 'UTC', location_id,"
        + " carrier, service, category, currency, "
        + names
        + " from unnest(?::int[], ?::smallint[], ?::smallint[], ?::bigint[], ?::int[], ?::text[],"
        + " ?::text[], ?::text[], ?::text[]"
        + ", ?::bigint[]".repeat(measures.size())
        + ") g(client_id, cut, grain, start, location_id, carrier, service, category, currency, "
        + names
        + ") on conflict (client_id, cut, grain, start, location_id, carrier, service, category,"
        + " currency) do update set "
        + measures.stream()
            .map(measure -> measure + " = roll_up." + measure + " + excluded." + measure)
            .collect(Collectors.joining(", "));
  }

  /** Folds it, without committing; false, with nothing changed, when the mark is another. */
  boolean fold() throws SQLException {
    if (lockedMark() != batch.from()) {
      return false;
    }
    Map<FactId, Known> known = known();
    List<VersionedFact> news = new ArrayList<>();
    List<FactId> again = new ArrayList<>();
    for (VersionedFact fact : batch.facts()) {
      Known before = known.get(FactId.of(fact));
      if (before == null) {
        news.add(fact);
      } else if (before.version() < fact.version()) {
        changes.add(before.contributions(), -1);
        again.add(FactId.of(fact));
        news.add(fact);
      }
    }
    news.forEach(fact -> changes.add(fact.contributions(), 1));
    changes.add(batch.increments(), 1);
    for (List<VersionedFact> chunk : chunks(news)) {
      remember(chunk);
    }
    for (List<RollUpChanges.Row> chunk : chunks(changes.rows())) {
      add(chunk);
    }
    wait(news, again);
    renew(news);
    move();
    return true;
  }

  private static <T> List<List<T>> chunks(List<T> all) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CHUNK) {
      chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
    }
    return chunks;
  }

  private long lockedMark() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LOCK)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void move() throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(MOVE)) {
      update.setLong(1, batch.to());
      update.setObject(2, batch.asOf().atOffset(ZoneOffset.UTC));
      update.executeUpdate();
    }
  }

  /** Whose rows are others now. */
  private void renew(List<VersionedFact> news) throws SQLException {
    Set<ClientId> clients = new HashSet<>();
    news.forEach(fact -> clients.add(fact.client()));
    batch.increments().forEach(increment -> clients.add(increment.key().client()));
    if (!clients.isEmpty()) {
      try (Columns columns = new Columns(connection, NEW_VERSION)) {
        columns.ints(List.copyOf(clients), ClientId::value);
        columns.execute();
      }
    }
  }

  private Map<FactId, Known> known() throws SQLException {
    Map<FactId, Known> known = new HashMap<>();
    for (List<VersionedFact> chunk : chunks(batch.facts())) {
      try (Columns columns = new Columns(connection, KNOWN)) {
        columns.ints(chunk, fact -> fact.client().value());
        columns.uuids(chunk, VersionedFact::id);
        columns.each(row -> {
          FactId id = new FactId(new ClientId(row.getInt(1)), row.getObject(2, UUID.class));
          known.put(id, new Known(row.getLong(3), FoldedFact.read(id.client(), row.getBytes(4))));
        });
      }
    }
    return known;
  }

  private void remember(List<VersionedFact> facts) throws SQLException {
    try (Columns columns = new Columns(connection, REMEMBER)) {
      columns.ints(facts, fact -> fact.client().value());
      columns.uuids(facts, VersionedFact::id);
      columns.longs(facts, VersionedFact::version);
      columns.bytes(facts, fact -> FoldedFact.write(fact.contributions()));
      columns.execute();
    }
  }

  private void add(List<RollUpChanges.Row> rows) throws SQLException {
    try (Columns columns = new Columns(connection, ADD)) {
      columns.ints(rows, row -> row.key().client().value());
      columns.shorts(rows, row -> row.key().cut().number());
      columns.shorts(rows, row -> row.grain().number());
      columns.longs(rows, row -> row.key().hour().toEpochSecond(ZoneOffset.UTC));
      columns.ints(rows, row -> row.key().locationId());
      columns.texts(rows, row -> row.key().carrier());
      columns.texts(rows, row -> row.key().service());
      columns.texts(rows, row -> row.key().category());
      columns.texts(rows, row -> row.key().currency());
      for (Measure measure : Measure.values()) {
        columns.longs(rows, row -> row.sums().get(measure));
      }
      columns.execute();
    }
  }

  /** Most versions leave the backlog as it is: only the difference is written. */
  private void wait(List<VersionedFact> news, List<FactId> again) throws SQLException {
    Set<Waiting> before = new HashSet<>();
    for (List<FactId> chunk : chunks(again)) {
      before.addAll(waiting(chunk));
    }
    Set<Waiting> after = new HashSet<>();
    for (VersionedFact fact : news) {
      fact.open().forEach(open -> after.add(new Waiting(FactId.of(fact), open)));
    }
    List<Waiting> gone = without(before, after);
    List<Waiting> come = without(after, before);
    for (List<Waiting> chunk : chunks(gone)) {
      try (Columns columns = new Columns(connection, NO_LONGER_WAITING)) {
        columns.ints(chunk, one -> one.fact().client().value());
        columns.uuids(chunk, one -> one.fact().id());
        columns.uuids(chunk, one -> one.open().shipment());
        columns.execute();
      }
    }
    for (List<Waiting> chunk : chunks(come)) {
      try (Columns columns = new Columns(connection, WAIT)) {
        columns.ints(chunk, one -> one.fact().client().value());
        columns.uuids(chunk, one -> one.fact().id());
        columns.uuids(chunk, one -> one.open().shipment());
        columns.ints(chunk, one -> one.open().locationId());
        columns.texts(chunk, one -> one.open().carrier());
        columns.texts(chunk, one -> one.open().service());
        columns.times(chunk, one -> one.open().placedAt());
        columns.times(chunk, one -> one.open().shipBy());
        columns.ints(chunk, one -> one.open().lines());
        columns.execute();
      }
    }
    addToBacklog(gone, come);
  }

  private void addToBacklog(List<Waiting> gone, List<Waiting> come) throws SQLException {
    BacklogChanges backlog = new BacklogChanges();
    gone.forEach(one -> backlog.add(one.fact().client(), one.open(), -1));
    come.forEach(one -> backlog.add(one.fact().client(), one.open(), 1));
    List<BacklogChanges.Row> changed = backlog.rows();
    for (List<BacklogChanges.Row> chunk : chunks(changed)) {
      try (Columns columns = new Columns(connection, ADD_TO_BACKLOG)) {
        columns.ints(chunk, row -> row.key().client().value());
        columns.times(chunk, row -> row.key().quarter());
        columns.ints(chunk, row -> row.key().locationId());
        columns.texts(chunk, row -> row.key().carrier());
        columns.texts(chunk, row -> row.key().service());
        columns.times(chunk, row -> row.key().shipBy());
        columns.longs(chunk, BacklogChanges.Row::shipments);
        columns.longs(chunk, BacklogChanges.Row::lines);
        columns.execute();
      }
    }
    List<BacklogChanges.Row> fewer = changed.stream().filter(row -> row.shipments() < 0).toList();
    for (List<BacklogChanges.Row> chunk : chunks(fewer)) {
      try (Columns columns = new Columns(connection, NOTHING_LEFT)) {
        columns.ints(chunk, row -> row.key().client().value());
        columns.times(chunk, row -> row.key().quarter());
        columns.execute();
      }
    }
  }

  private static List<Waiting> without(Set<Waiting> all, Set<Waiting> known) {
    return all.stream().filter(one -> !known.contains(one)).toList();
  }

  private List<Waiting> waiting(List<FactId> facts) throws SQLException {
    List<Waiting> waiting = new ArrayList<>();
    try (Columns columns = new Columns(connection, WAITING)) {
      columns.ints(facts, fact -> fact.client().value());
      columns.uuids(facts, FactId::id);
      columns.each(row -> {
        FactId fact =
            new FactId(new ClientId(row.getInt("client_id")), row.getObject("fact_id", UUID.class));
        waiting.add(new Waiting(fact, RollUpRead.open(row)));
      });
    }
    return waiting;
  }
}
