package dev.holdfast.storage.postgres;

import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Grain;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a batch changes, summed up by row; most of its facts meet in few of them. */
final class RollUpChanges {
  /** The order of the table's key, so that neighbours are written one after the other. */
  private static final Comparator<Row> IN_ORDER =
      Comparator.<Row>comparingInt(row -> row.key().client().value())
          .thenComparingInt(row -> row.key().cut().number())
          .thenComparingInt(row -> row.grain().number())
          .thenComparing(row -> row.key().hour())
          .thenComparingInt(row -> row.key().locationId())
          .thenComparing(row -> row.key().carrier())
          .thenComparing(row -> row.key().service())
          .thenComparing(row -> row.key().category())
          .thenComparing(row -> row.key().currency());

  private final Map<RollUpKey, Sums> byHour = new HashMap<>();

  /**
   * One row of the table.
   *
   * @param key at the start of the grain's stretch
   */
  record Row(Grain grain, RollUpKey key, Sums sums) {}

  /**
   * Adds contributions.
   *
   * @param factor 1, or -1 to take them away
   */
  void add(List<Contribution> contributions, long factor) {
    for (Contribution one : contributions) {
      byHour.computeIfAbsent(one.key(), key -> new Sums()).add(one.sums(), factor);
    }
  }

  /** The rows of every grain of which something changes, in the order of the table's key. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Grain grain : Grain.values()) {
      Map<RollUpKey, Sums> ofGrain = new HashMap<>();
      byHour.forEach((key, sums) -> {
        if (!sums.isZero()) {
          ofGrain.computeIfAbsent(key.at(grain), start -> new Sums()).add(sums, 1);
        }
      });
      ofGrain.forEach((key, sums) -> {
        if (!sums.isZero()) {
          rows.add(new Row(grain, key, sums));
        }
      });
    }
    rows.sort(IN_ORDER);
    return rows;
  }
}
