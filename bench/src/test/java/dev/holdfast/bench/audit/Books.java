package dev.holdfast.bench.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps books the way the server's writer does, row by row: position, ledger entries, reservation
 * or transfer, outcome. It trusts its caller and decides nothing.
 */
final class Books {
  private static final int DAY_BEGAN_HOURS_AGO = 3;

  private final Connection connection;
  private final Map<Long, Balance> balances = new HashMap<>();
  private Instant now =
      Instant.now().truncatedTo(ChronoUnit.MICROS).minus(DAY_BEGAN_HOURS_AGO, ChronoUnit.HOURS);

  Books(Connection connection) {
    this.connection = connection;
  }

  record Line(long position, long quantity) {}

  private record Balance(long onHand, long reserved, long safety, long version) {
    long shortfall() {
      return Math.max(0, reserved - onHand);
    }
  }

  int addClient(String code) throws SQLException {
    int id = (int) one("insert into client (code, name) values (?, ?) returning id", code, code);
    one(
        "insert into api_key (client_id, name, role, secret_hash) values"
            + " (?, 'till', 'clerk', sha256(?::text::bytea)) returning id",
        id,
        code);
    return id;
  }

  long addSku(int client, String code) throws SQLException {
    long id =
        one(
            "insert into sku (client_id, code, name, unit, scale, category) values"
                + " (?, ?, 'x', 'each', 0, 'x') returning id",
            client,
            code);
    one(
        "insert into sku_barcode (client_id, barcode, sku_id) values (?, ?, ?) returning 1",
        client,
        "bar-" + code,
        id);
    return id;
  }

  long addLocation(int client, String code) throws SQLException {
    return one(
        "insert into location (client_id, code, name, kind, region, latitude, longitude, time_zone,"
            + " address) values (?, ?, 'x', 'store', 'x', 1, 1, 'UTC', 'x') returning id",
        client,
        code);
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  /** A movement without reservation or transfer; of a count or safety stock, the new amount. */
  void move(int client, String key, int kind, Line... lines) throws SQLException {
    now = now.plusSeconds(1);
    StringBuilder told = new StringBuilder();
    for (Line line : lines) {
      enter(client, kind, line, null, kind == 6 ? "shelf count" : null, told);
    }
    answer(client, key, "", told);
  }

  UUID reserve(int client, String key, Duration ttl, Line... lines) throws SQLException {
    now = now.plusSeconds(1);
    UUID id = UUID.nameUUIDFromBytes(key.getBytes(UTF_8));
    StringBuilder told = new StringBuilder();
    for (Line line : lines) {
      enter(client, 3, line, id, null, told);
    }
    one(
        "insert into reservation (id, client_id, position_ids, quantities, created_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?) returning 1",
        id,
        client,
        positions(lines),
        quantities(lines),
        time(now),
        time(now.plus(ttl)));
    answer(client, key, subject(id) + expires(now.plus(ttl)), told);
    return id;
  }

  /** Ends a reservation: 1 confirmed, 2 released, 3 expired. */
  void settle(int client, String key, UUID id, int state, Line... lines) throws SQLException {
    now = now.plusSeconds(1);
    int kind = state == 1 ? 13 : state == 2 ? 4 : 5;
    StringBuilder told = new StringBuilder();
    for (Line line : lines) {
      enter(client, kind, line, id, null, told);
    }
    one(
        "update reservation set state = ?, settled_at = ? where id = ? returning 1",
        state,
        time(now),
        id);
    answer(client, key, subject(id), told);
  }

  void extend(int client, String key, UUID id, Duration ttl, Line... lines) throws SQLException {
    now = now.plusSeconds(1);
    StringBuilder told = new StringBuilder();
    for (Line line : lines) {
      tell(line, balances.get(line.position()), told);
    }
    one("update reservation set expires_at = ? where id = ? returning 1", time(now.plus(ttl)), id);
    answer(client, key, subject(id) + expires(now.plus(ttl)), told);
  }

  UUID send(int client, String key, long toLocation, Line... lines) throws SQLException {
    now = now.plusSeconds(1);
    UUID id = UUID.nameUUIDFromBytes(key.getBytes(UTF_8));
    StringBuilder told = new StringBuilder();
    for (Line line : lines) {
      enter(client, 8, line, id, null, told);
    }
    one(
        "insert into transfer (id, client_id, to_location, position_ids, quantities, sent_at)"
            + " values (?, ?, ?, ?, ?, ?) returning 1",
        id,
        client,
        toLocation,
        positions(lines),
        quantities(lines),
        time(now));
    answer(client, key, subject(id), told);
    return id;
  }

  /** Ends a transfer at the positions where its goods arrive: 1 received, 2 cancelled. */
  void arrive(int client, String key, UUID id, int state, Line... arrivals) throws SQLException {
    now = now.plusSeconds(1);
    StringBuilder told = new StringBuilder();
    for (Line line : arrivals) {
      enter(client, 9, line, id, null, told);
    }
    one(
        "update transfer set state = ?, settled_at = ? where id = ? returning 1",
        state,
        time(now),
        id);
    answer(client, key, subject(id), told);
  }

  /** Places an order with one shipment per part; the first says what was held before. */
  UUID order(int client, String key, int version, String state, Shipment... shipments)
      throws SQLException {
    now = now.plusSeconds(1);
    UUID id = UUID.nameUUIDFromBytes(key.getBytes(UTF_8));
    StringBuilder told = new StringBuilder();
    for (Shipment shipment : shipments) {
      UUID reservation = shipment.id();
      enter(client, shipment.kind(), shipment.line(), reservation, null, told);
      if (shipment.kind() == 3) {
        one(
            "insert into reservation (id, client_id, position_ids, quantities, created_at,"
                + " expires_at, order_id) values (?, ?, ?, ?, ?, ?, ?) returning 1",
            reservation,
            client,
            positions(shipment.line()),
            quantities(shipment.line()),
            time(now),
            time(now.plus(Duration.ofDays(36_500))),
            id);
      } else {
        one(
            "update reservation set state = ?, settled_at = ? where id = ? returning 1",
            shipment.kind() == 13 ? 1 : 2,
            time(now),
            reservation);
      }
    }
    String parts =
        Stream.of(shipments).map(Shipment::json).collect(Collectors.joining(",", "[", "]"));
    int number = List.of("placed", "x", "x", "x", "shipped", "x", "cancelled").indexOf(state);
    String document =
        "{\"number\":\"%s\",\"state\":\"%s\",\"version\":%d,\"shipments\":%s}"
            .formatted(key, state, version, parts);
    one(
        "insert into customer_order (id, client_id, number, state, version, location_id,"
            + " location_ids, document, created_at, updated_at)"
            + " values (?, ?, ?, ?, ?, 0, '{}', ?::json, ?, ?)"
            + " on conflict (client_id, id) do update set state = excluded.state, version ="
            + " excluded.version, document = excluded.document returning 1",
        id,
        client,
        key,
        number,
        version,
        document,
        time(now),
        time(now));
    answer(client, key + "~" + version, subject(id), told);
    return id;
  }

  /** What one shipment does: 3 is held, 4 given back, 13 handed over. */
  record Shipment(String name, String state, int kind, Line line) {
    UUID id() {
      return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    String json() {
      return "{\"reservation\":\"%s\",\"state\":\"%s\",\"parts\":[[%d,%d]]}"
          .formatted(id(), state, line.position(), line.quantity());
    }
  }

  void refuse(int client, String key, Line line) throws SQLException {
    now = now.plusSeconds(1);
    Balance here = balances.getOrDefault(line.position(), new Balance(0, 0, 0, 0));
    long available = Math.max(0, here.onHand - here.reserved - here.safety);
    store(
        client,
        key,
        ",\"refused\":1,\"lines\":[[0,%d,%d,%d,%d,1]]"
            .formatted(line.position(), line.quantity(), available, here.version));
  }

  /** A file of counted stock. */
  void importStock(int client, String key, Line... counts) throws SQLException {
    now = now.plusSeconds(1);
    for (Line line : counts) {
      enter(client, 6, line, null, "import", new StringBuilder());
    }
    String numbers = "[%d,%d,0,12]".formatted(counts.length, counts.length);
    store(client, key, ",\"import\":" + numbers + ",\"lines\":[]");
  }

  private void enter(int client, int kind, Line line, UUID subject, String note, StringBuilder told)
      throws SQLException {
    Balance before = balances.getOrDefault(line.position(), new Balance(0, 0, 0, 0));
    long quantity = line.quantity();
    long onHand =
        switch (kind) {
          case 1, 7, 9, 11 -> quantity;
          case 2, 8, 10, 13 -> -quantity;
          case 6 -> quantity - before.onHand;
          default -> 0;
        };
    long reserved = kind == 3 ? quantity : List.of(4, 5, 13).contains(kind) ? -quantity : 0;
    Balance after =
        new Balance(
            before.onHand + onHand,
            before.reserved + reserved,
            kind == 12 ? quantity : before.safety,
            before.version + 1);
    balances.put(line.position(), after);
    write(client, kind, line.position(), onHand, reserved, after, subject, note);
    tell(line, after, told);
  }

  private void write(
      int client,
      int kind,
      long position,
      long onHand,
      long reserved,
      Balance after,
      UUID subject,
      String note)
      throws SQLException {
    one(
        "insert into ledger_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " (select id from api_key where client_id = ?), ?, ?) returning 1",
        position,
        after.version,
        client,
        kind,
        onHand,
        reserved,
        after.onHand,
        after.reserved,
        after.safety,
        time(now),
        client,
        subject,
        note);
    one(
        "insert into position values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
            + " on_hand = excluded.on_hand, reserved = excluded.reserved, safety_stock ="
            + " excluded.safety_stock, shortfall = excluded.shortfall, version = excluded.version,"
            + " updated_at = excluded.updated_at returning 1",
        position,
        client,
        after.onHand,
        after.reserved,
        after.safety,
        after.shortfall(),
        after.version,
        time(now));
  }

  private static void tell(Line line, Balance after, StringBuilder told) {
    told.append(told.isEmpty() ? "" : ",")
        .append(
            "[%d,%d,%d,%d,%d,%d,%d]"
                .formatted(
                    line.position(),
                    line.quantity(),
                    after.onHand,
                    after.reserved,
                    after.safety,
                    after.shortfall(),
                    after.version));
  }

  private void answer(int client, String key, String fields, StringBuilder told)
      throws SQLException {
    store(client, key, fields + ",\"lines\":[" + told + "]");
  }

  private void store(int client, String key, String rest) throws SQLException {
    one(
        "insert into command_outcome values (?, ?, gen_random_uuid(), ?, ?) returning 1",
        client,
        key,
        time(now),
        "{\"at\":" + ChronoUnit.MICROS.between(Instant.EPOCH, now) + rest + "}");
  }

  private static String subject(UUID id) {
    return ",\"subject\":\"" + id + "\"";
  }

  private static String expires(Instant at) {
    return ",\"expires\":" + ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static Long[] positions(Line... lines) {
    return List.of(lines).stream().map(Line::position).toArray(Long[]::new);
  }

  private static Long[] quantities(Line... lines) {
    return List.of(lines).stream().map(Line::quantity).toArray(Long[]::new);
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private long one(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        if (parameters[i] instanceof Long[] numbers) {
          statement.setArray(i + 1, connection.createArrayOf("int8", numbers));
        } else {
          statement.setObject(i + 1, parameters[i]);
        }
      }
      try (ResultSet row = statement.executeQuery()) {
        List<Long> found = new ArrayList<>();
        while (row.next()) {
          found.add(row.getLong(1));
        }
        return found.getFirst();
      }
    }
  }
}
