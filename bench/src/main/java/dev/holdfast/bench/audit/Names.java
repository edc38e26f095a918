package dev.holdfast.bench.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The codes by which people know clients, SKUs and locations, for the violations that are shown.
 */
final class Names {
  private static final int LOCATION_BITS = 20;
  private static final long LOCATION_MASK = (1L << LOCATION_BITS) - 1;

  private final Map<Long, String> clients;
  private final Map<Long, String> skus;
  private final Map<Long, String> locations;

  /** Looks up what these violations name. */
  Names(Connection connection, Collection<Violation> shown) throws SQLException {
    List<Long> positions =
        shown.stream().map(Violation::position).filter(Objects::nonNull).distinct().toList();
    clients =
        codes(
            connection,
            "client",
            shown.stream()
                .map(Violation::client)
                .filter(Objects::nonNull)
                .map(Integer::longValue)
                .toList());
    skus = codes(connection, "sku", positions.stream().map(p -> p >> LOCATION_BITS).toList());
    locations =
        codes(connection, "location", positions.stream().map(p -> p & LOCATION_MASK).toList());
  }

  /** The violation as a line for people. */
  String line(Violation violation) {
    List<String> place = new ArrayList<>();
    Integer client = violation.client();
    if (client != null) {
      place.add("client " + clients.getOrDefault(client.longValue(), client + " (unknown)"));
    }
    Long position = violation.position();
    if (position != null) {
      long sku = position >> LOCATION_BITS;
      long location = position & LOCATION_MASK;
      place.add(
          skus.getOrDefault(sku, "SKU number " + sku)
              + " at "
              + locations.getOrDefault(location, "location number " + location));
    }
    if (violation.place() != null) {
      place.add(violation.place());
    }
    return String.join(", ", place)
        + ": found "
        + violation.found()
        + "; expected "
        + violation.expected();
  }

  private static Map<Long, String> codes(Connection connection, String table, List<Long> ids)
      throws SQLException {
    Map<Long, String> codes = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement("select id, code from " + table + " where id = any(?)")) {
      Array wanted = connection.createArrayOf("int8", ids.toArray());
      query.setArray(1, wanted);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          codes.put(row.getLong(1), row.getString(2));
        }
      }
    }
    return codes;
  }
}
