package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.VersionedFact.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a batch changes of what waits, summed up by the quarter of an hour of ordering. */
final class BacklogChanges {
  /** Also what {@code date_bin} in the migration counts in, from the same origin. */
  static final Duration QUARTER = Duration.ofMinutes(15);

  /** The order of the table's key. */
  private static final Comparator<Row> IN_ORDER =
      Comparator.<Row>comparingInt(row -> row.key().client().value())
          .thenComparing(row -> row.key().quarter())
          .thenComparingInt(row -> row.key().locationId())
          .thenComparing(row -> row.key().carrier())
          .thenComparing(row -> row.key().service())
          .thenComparing(row -> row.key().shipBy());

  private final Map<Key, Counts> counts = new HashMap<>();

  record Key(
      ClientId client,
      Instant quarter,
      int locationId,
      String carrier,
      String service,
      Instant shipBy) {}

  private record Counts(long shipments, long lines) {
    Counts plus(Counts other) {
      return new Counts(shipments + other.shipments, lines + other.lines);
    }
  }

  record Row(Key key, long shipments, long lines) {}

  /** The start of the quarter of an hour that a moment lies in. */
  static Instant quarterOf(Instant moment) {
    long seconds = moment.getEpochSecond();
    return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, QUARTER.toSeconds()));
  }

  /**
   * Adds a shipment.
   *
   * @param factor 1, or -1 to take it away
   */
  void add(ClientId client, Open open, int factor) {
    Key key =
        new Key(
            client,
            quarterOf(open.placedAt()),
            open.locationId(),
            open.carrier(),
            open.service(),
            open.shipBy());
    counts.merge(key, new Counts(factor, (long) factor * open.lines()), Counts::plus);
  }

  /** What changes, in the order of the table's key. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    counts.forEach((key, sum) -> {
      if (sum.shipments() != 0 || sum.lines() != 0) {
        rows.add(new Row(key, sum.shipments(), sum.lines()));
      }
    });
    rows.sort(IN_ORDER);
    return rows;
  }
}
