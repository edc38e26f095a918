package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Decision;
import dev.holdfast.domain.stock.LedgerEntry;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.postgres.Batch.SubjectKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the decided commands of a batch leave behind, gathered as columns and written with array
 * parameters. The four tables of every batch go in one statement, so a lone command waits for one
 * round trip and not four.
 */
final class BatchWrites {
  /**
   * The one statement that every batch needs. It fails (division by zero) when it did not change
   * every position. Numbers come as one flat array per table, row after row: reading an element of
   * a fixed-width array costs the server a fifth of what a column of its own costs in {@code
   * unnest}.
   */
  private static final String WRITE =
      """
      with given as (
        select ?::timestamptz as at, ?::bigint[] as positions, ?::bigint[] as entries,
          ?::bigint[] as claims, ?::bigint[] as claimed_positions, ?::bigint[] as claimed_quantities),
      changed as (
        update position p
        set on_hand = g.positions[i + 2], reserved = g.positions[i + 3],
          safety_stock = g.positions[i + 4], shortfall = g.positions[i + 5],
          version = g.positions[i + 6], updated_at = g.at
        from given g, generate_series(0, cardinality(g.positions) - 6, 6) i
        where p.id = g.positions[i + 1]
        returning 1),
      entered as (
        insert into ledger_entry (position_id, version, client_id, kind, on_hand_delta,
          reserved_delta, on_hand_after, reserved_after, safety_stock_after, actor, at, subject,
          note)
        select n[i * 10 - 9], n[i * 10 - 8], n[i * 10 - 7], n[i * 10 - 6], n[i * 10 - 5],
          n[i * 10 - 4], n[i * 10 - 3], n[i * 10 - 2], n[i * 10 - 1], n[i * 10], at, e.subject,
          e.note
        from (select at, entries as n from given) g,
          unnest(?::uuid[], ?::text[]) with ordinality e(subject, note, i)),
      claimed as (
        insert into reservation (id, client_id, created_at, expires_at, location_id, position_ids,
          quantities)
        select r.id, n[i * 5 - 4], at, at + n[i * 5 - 3] * interval '1 millisecond', n[i * 5 - 2],
          claimed_positions[n[i * 5 - 1] : n[i * 5]], claimed_quantities[n[i * 5 - 1] : n[i * 5]]
        from (select at, claims as n, claimed_positions, claimed_quantities from given) g,
          unnest(?::uuid[]) with ordinality r(id, i)),
      answered as (
        insert into command_outcome (client_id, idempotency_key, fingerprint, outcome, at)
        select o.*, (select at from given)
        from unnest(?::int[], ?::text[], ?::uuid[], ?::text[]) o)
      select 1 / (count(*) = ?)::int from changed\
      """;

  private static final String WRITE_AND_COMMIT = WRITE + ";commit";

  private static final String SETTLE_RESERVATIONS =
      "update reservation r set state = u.state, expires_at = u.expires_at,"
          + " settled_at = case when u.state = 0 then null else ?::timestamptz end"
          + " from unnest(?::int[], ?::uuid[], ?::smallint[], ?::timestamptz[])"
          + " u(client_id, id, state, expires_at)"
          + " where r.client_id = u.client_id and r.id = u.id";

  private static final String SEND_TRANSFERS =
      "insert into transfer (client_id, id, to_location, position_ids, quantities, sent_at)"
          + " select t.client_id, t.id, t.to_location, t.position_ids::bigint[],"
          + " t.quantities::bigint[], ?::timestamptz"
          + " from unnest(?::int[], ?::uuid[], ?::int[], ?::text[], ?::text[])"
          + " t(client_id, id, to_location, position_ids, quantities)";

  private static final String SETTLE_TRANSFERS =
      "update transfer t set state = u.state, settled_at = ?::timestamptz"
          + " from unnest(?::int[], ?::uuid[], ?::smallint[]) u(client_id, id, state)"
          + " where t.client_id = u.client_id and t.id = u.id";

  private static final String MAKE_POSITIONS =
      "insert into position (id, client_id) select * from unnest(?::bigint[], ?::int[])"
          + " on conflict do nothing";

  /** An entry with what its command adds to it. */
  private record Entry(ClientCommand from, LedgerEntry entry, @Nullable UUID subject) {}

  /** An outcome to store. */
  private record Answer(ClientCommand from, Outcome outcome) {}

  private final List<Entry> entries = new ArrayList<>();
  private final List<Reservation> claimed = new ArrayList<>();
  private final Map<SubjectKey, Reservation> settled = new LinkedHashMap<>();
  private final List<Transfer> sent = new ArrayList<>();
  private final Map<SubjectKey, Transfer> arrived = new LinkedHashMap<>();
  private final List<Answer> answers = new ArrayList<>();
  private @Nullable OrderWrites orders;

  void add(ClientCommand from, Decision decision, Outcome outcome) {
    answers.add(new Answer(from, outcome));
    if (!(decision instanceof Decision.Accepted accepted)) {
      return;
    }
    Decision.OrderEffect order = accepted.order();
    if (order != null) {
      add(from, accepted.entries(), order);
      return;
    }
    Reservation reservation = accepted.reservation();
    Transfer transfer = accepted.transfer();
    UUID subject = reservation != null ? reservation.id() : transfer != null ? transfer.id() : null;
    for (LedgerEntry entry : accepted.entries()) {
      entries.add(new Entry(from, entry, subject));
    }
    if (reservation != null) {
      if (from.command() instanceof StockCommand.ReserveStock) {
        claimed.add(reservation);
      } else {
        settled.put(new SubjectKey(from.client(), reservation.id()), reservation);
      }
    }
    if (transfer != null) {
      if (from.command() instanceof StockCommand.SendTransfer) {
        sent.add(transfer);
      } else {
        arrived.put(new SubjectKey(from.client(), transfer.id()), transfer);
      }
    }
  }

  private void add(ClientCommand from, List<LedgerEntry> made, Decision.OrderEffect order) {
    for (int i = 0; i < made.size(); i++) {
      entries.add(new Entry(from, made.get(i), order.subjects().get(i)));
    }
    for (Reservation ended : order.ended()) {
      settled.put(new SubjectKey(from.client(), ended.id()), ended);
    }
    if (orders == null) {
      orders = new OrderWrites();
    }
    orders.add(from, order);
  }

  /**
   * Writes everything and commits.
   *
   * @return what the server warned of, null when of nothing
   */
  @Nullable SQLWarning commit(Connection connection, Map<PositionKey, Balance> changed)
      throws SQLException {
    if (answers.isEmpty()) {
      connection.rollback();
      return null;
    }
    Instant now = answers.getFirst().outcome().at();
    if (changesWhatItMakes()) {
      writeBatch(connection, WRITE, changed, now);
      writeSubjects(connection, now);
      connection.clearWarnings();
      connection.commit();
      return connection.getWarnings();
    }
    // The commit travels with the last statement, in one round trip: the server runs it only if the
    // statement succeeded.
    writeSubjects(connection, now);
    return writeBatch(connection, WRITE_AND_COMMIT, changed, now);
  }

  /** Whether a reservation of this batch is changed in it too: then it must be written first. */
  private boolean changesWhatItMakes() {
    if (settled.isEmpty()) {
      return false;
    }
    for (Reservation reservation : claimed) {
      if (settled.containsKey(new SubjectKey(reservation.client(), reservation.id()))) {
        return true;
      }
    }
    return false;
  }

  private void writeSubjects(Connection connection, Instant now) throws SQLException {
    if (orders != null) {
      orders.write(connection, now);
    }
    if (!settled.isEmpty()) {
      settleReservations(connection, now);
    }
    if (!sent.isEmpty()) {
      sendTransfers(connection, now);
    }
    if (!arrived.isEmpty()) {
      settleTransfers(connection, now);
    }
  }

  private @Nullable SQLWarning writeBatch(
      Connection connection, String sql, Map<PositionKey, Balance> changed, Instant now)
      throws SQLException {
    List<Map.Entry<PositionKey, Balance>> positions = List.copyOf(changed.entrySet());
    // In key order, so that two nodes that were sent the same keys wait for each other instead of
    // for ever.
    answers.sort(
        Comparator.comparingInt((Answer a) -> a.from().client().value())
            .thenComparing(a -> a.from().key()));
    try (Columns columns = new Columns(connection, sql)) {
      columns.time(now);
      columns.numbers(positions, BatchWrites::number);
      columns.numbers(entries, BatchWrites::number);
      numberClaims(columns);
      columns.uuids(entries, Entry::subject);
      columns.texts(entries, e -> e.from().note());
      columns.uuids(claimed, Reservation::id);
      columns.ints(answers, a -> a.from().client().value());
      columns.texts(answers, a -> a.from().key());
      columns.uuids(answers, a -> a.from().fingerprint());
      columns.texts(answers, a -> OutcomeText.write(a.outcome(), a.from().asksForStock()));
      columns.number(positions.size());
      return columns.executeAll();
    }
  }

  private static void number(Map.Entry<PositionKey, Balance> position, Numbers to) {
    Balance balance = position.getValue();
    to.add(position.getKey().packed());
    to.add(balance.onHand());
    to.add(balance.reserved());
    to.add(balance.safetyStock());
    to.add(balance.shortfall());
    to.add(balance.version());
  }

  private static void number(Entry entry, Numbers to) {
    Balance after = entry.entry().after();
    to.add(entry.entry().position().packed());
    to.add(after.version());
    to.add(entry.from().client().value());
    to.add(entry.entry().kind().code());
    to.add(entry.entry().onHandDelta());
    to.add(entry.entry().reservedDelta());
    to.add(after.onHand());
    to.add(after.reserved());
    to.add(after.safetyStock());
    to.add(entry.from().actor());
  }

  /** The reservations, and their lines one after the other: each knows its first and last. */
  private void numberClaims(Columns columns) throws SQLException {
    List<Line> lines = new ArrayList<>(claimed.size());
    columns.numbers(
        claimed,
        (reservation, to) -> {
          to.add(reservation.client().value());
          to.add(reservation.createdAt().until(reservation.expiresAt(), ChronoUnit.MILLIS));
          to.add(oneLocation(reservation.lines()));
          to.add(lines.size() + 1L);
          lines.addAll(reservation.lines());
          to.add(lines.size());
        });
    columns.longs(lines, line -> line.position().packed());
    columns.longs(lines, Line::quantity);
  }

  /** Where all lines are; 0 where they are at several locations. */
  static int oneLocation(List<Line> lines) {
    int first = lines.getFirst().position().locationId();
    for (Line line : lines) {
      if (line.position().locationId() != first) {
        return 0;
      }
    }
    return first;
  }

  private void settleReservations(Connection connection, Instant now) throws SQLException {
    List<Reservation> rows = List.copyOf(settled.values());
    try (Columns columns = new Columns(connection, SETTLE_RESERVATIONS)) {
      columns.time(now);
      columns.ints(rows, r -> r.client().value());
      columns.uuids(rows, Reservation::id);
      columns.shorts(rows, r -> Rows.code(r.state()));
      columns.times(rows, Reservation::expiresAt);
      columns.update(rows.size());
    }
  }

  private void sendTransfers(Connection connection, Instant now) throws SQLException {
    try (Columns columns = new Columns(connection, SEND_TRANSFERS)) {
      columns.time(now);
      columns.ints(sent, t -> t.client().value());
      columns.uuids(sent, Transfer::id);
      columns.ints(sent, Transfer::toLocation);
      columns.texts(sent, t -> positions(t.lines()));
      columns.texts(sent, t -> quantities(t.lines()));
      columns.update(sent.size());
    }
  }

  private void settleTransfers(Connection connection, Instant now) throws SQLException {
    List<Transfer> rows = List.copyOf(arrived.values());
    try (Columns columns = new Columns(connection, SETTLE_TRANSFERS)) {
      columns.time(now);
      columns.ints(rows, t -> t.client().value());
      columns.uuids(rows, Transfer::id);
      columns.shorts(rows, t -> Rows.code(t.state()));
      columns.update(rows.size());
    }
  }

  static void makePositions(Connection connection, SortedMap<PositionKey, ClientId> missing)
      throws SQLException {
    List<Map.Entry<PositionKey, ClientId>> rows = List.copyOf(missing.entrySet());
    try (Columns columns = new Columns(connection, MAKE_POSITIONS)) {
      columns.longs(rows, p -> p.getKey().packed());
      columns.ints(rows, p -> p.getValue().value());
      columns.execute();
    }
  }

  private static String positions(List<Line> lines) {
    return Columns.arrayText(lines, line -> line.position().packed());
  }

  private static String quantities(List<Line> lines) {
    return Columns.arrayText(lines, Line::quantity);
  }
}
