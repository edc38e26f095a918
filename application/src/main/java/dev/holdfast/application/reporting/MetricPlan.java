package dev.holdfast.application.reporting;

import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.Grain;
import dev.holdfast.storage.api.RollUpRow;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which metrics mean something in the dimensions of a report and its filters, and from which cuts
 * they are read: nearly all from one, and refusals of a category from the cut of stock.
 *
 * @param metrics those that mean something, in the order of columns
 * @param beside those of them that are read from {@link Cut#STOCK}
 * @param notes which are left out, and what counts several times
 */
record MetricPlan(
    Asked asked,
    Set<Dimension> by,
    Cut cut,
    List<Metric> metrics,
    List<Metric> beside,
    List<String> notes) {
  static MetricPlan of(Asked asked, Set<Dimension> by, List<Metric> wanted) {
    Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
    dimensions.addAll(by);
    dimensions.addAll(asked.only().keySet());
    Cut cut = Asked.cutOf(dimensions);
    List<Metric> told = new ArrayList<>();
    List<Metric> beside = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (Metric metric : wanted) {
      boolean isBeside =
          !metric.isKnownBy(cut)
              && metric.isKnownBy(Cut.STOCK)
              && Cut.STOCK.dimensions().containsAll(dimensions);
      if (isBeside) {
        beside.add(metric);
      }
      if (isBeside || metric.isKnownBy(cut)) {
        told.add(metric);
      } else {
        left.add(metric.column().title());
      }
    }
    List<String> notes = new ArrayList<>();
    if (!left.isEmpty()) {
      notes.add("With these filters there is no " + String.join(", ", left) + ".");
    }
    if (!asked.isWhole(cut, by) && told.stream().anyMatch(metric -> !metric.addsUp())) {
      notes.add(
          "An order, or a line, that ships from several places or by several services counts"
              + " there each time.");
    }
    return new MetricPlan(asked, by, cut, told, beside, notes);
  }

  List<ReportTable.Column> columns() {
    return metrics.stream().map(Metric::column).toList();
  }

  /**
   * Reads the question's whole range.
   *
   * @param step what rows are kept apart by; null where time does not matter
   * @param reads how often the store may be asked
   */
  <K> Tally<K> read(@Nullable Step step, int reads, Function<RollUpRow, K> key) {
    ReportQuestion question = asked.question();
    return read(step, question.start(), question.end(), reads, key);
  }

  /** Reads a range. */
  <K> Tally<K> read(
      @Nullable Step step,
      LocalDateTime from,
      LocalDateTime to,
      int reads,
      Function<RollUpRow, K> key) {
    Tally<K> tally = new Tally<>();
    boolean byTime = step != null;
    List<Metric> main = metrics.stream().filter(metric -> !beside.contains(metric)).toList();
    List<Stretch> stretches = stretches(step, from, to, reads - (beside.isEmpty() ? 0 : 1));
    asked.read(cut, stretches, byTime, by, Asked.measures(main), key, tally);
    if (!beside.isEmpty()) {
      asked.read(
          Cut.STOCK, stretches(step, from, to, 1), byTime, by, Asked.measures(beside), key, tally);
    }
    return tally;
  }

  private static List<Stretch> stretches(
      @Nullable Step step, LocalDateTime from, LocalDateTime to, int reads) {
    Grain grain = step == null ? Grain.MONTH : step.grain();
    return grain == Grain.MONTH ? Stretch.coarsest(from, to, reads) : Stretch.at(grain, from, to);
  }

  /** Adds a value per metric to a row. */
  void write(Tally.Entry sums, List<@Nullable Object> row) {
    metrics.forEach(metric -> row.add(metric.of(sums)));
  }

  /** The currency that money is told in; null where there is none. */
  <K> @Nullable String currency(Tally<K> tally) {
    String asking = asked.question().currency();
    boolean hasMoney =
        metrics.stream().anyMatch(metric -> metric.column().kind() == ColumnKind.MONEY);
    if (!hasMoney) {
      return null;
    }
    return asking == null ? tally.usualCurrency() : asking;
  }

  /** Those that there is money in beside it. */
  <K> List<String> otherCurrencies(Tally<K> tally) {
    String told = currency(tally);
    return told == null
        ? List.of()
        : tally.currencies().stream().filter(code -> !code.equals(told)).toList();
  }
}
