package dev.holdfast.application.reporting;

import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.Sums;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sums by what a row of a report stands for, kept apart by currency. Not safe for several threads.
 *
 * @param <K> what a row stands for
 */
final class Tally<K> {
  private static final Sums NOTHING = new Sums();

  private final Map<K, Map<String, Sums>> rows = new HashMap<>();
  private final Map<String, Sums> total = new TreeMap<>();

  /**
   * What was summed up for one row.
   *
   * @param all of every currency: for what is no money
   * @param inCurrency of the currency that is told: for money, and for what it is divided by
   */
  record Entry(Sums all, Sums inCurrency) {}

  void add(K row, String currency, Sums sums) {
    add(rows.computeIfAbsent(row, first -> new HashMap<>()), currency, sums);
    add(total, currency, sums);
  }

  private static void add(Map<String, Sums> into, String currency, Sums sums) {
    into.computeIfAbsent(currency, first -> new Sums()).add(sums, 1);
  }

  /** The rows that anything was added to. */
  Set<K> keys() {
    return rows.keySet();
  }

  Entry of(K row, @Nullable String currency) {
    return entry(rows.getOrDefault(row, Map.of()), currency);
  }

  /** Of some rows together. */
  Entry of(Predicate<K> wanted, @Nullable String currency) {
    Map<String, Sums> some = new HashMap<>();
    rows.forEach((row, sums) -> {
      if (wanted.test(row)) {
        sums.forEach((code, values) -> add(some, code, values));
      }
    });
    return entry(some, currency);
  }

  Entry total(@Nullable String currency) {
    return entry(total, currency);
  }

  private static Entry entry(Map<String, Sums> byCurrency, @Nullable String currency) {
    Sums all = new Sums();
    byCurrency.values().forEach(sums -> all.add(sums, 1));
    Sums told = currency == null ? NOTHING : byCurrency.getOrDefault(currency, NOTHING);
    return new Entry(all, told);
  }

  /** Currencies in which there is anything, in alphabetical order. */
  List<String> currencies() {
    return total.entrySet().stream()
        .filter(one -> !one.getKey().isEmpty() && !one.getValue().isZero())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The currency of most orders, the first in the alphabet of several; null where is none. */
  @Nullable String usualCurrency() {
    return currencies().stream()
        .max(
            Comparator.comparingLong((String code) -> orders(code))
                .thenComparing(Comparator.reverseOrder()))
        .orElse(null);
  }

  private long orders(String currency) {
    return total.getOrDefault(currency, NOTHING).get(Measure.ORDERS);
  }
}
