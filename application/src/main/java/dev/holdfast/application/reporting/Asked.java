package dev.holdfast.application.reporting;

import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.RollUpRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A question with what its answer is made of.
 *
 * @param only its filters as roll-ups know them
 * @param today the latest day that has begun at any place
 */
record Asked(
    ReportQuestion question,
    Map<Dimension, Set<String>> only,
    StoreReads reads,
    ReportPlaces places,
    Instant now,
    LocalDate today) {
  /** How often one report may ask the store for rows: each is a round trip to the database. */
  static final int MAX_READS = 3;

  /** Adds rows of a cut to a tally. Filters that the cut does not have must not be asked for. */
  <K> void read(
      Cut cut,
      List<Stretch> stretches,
      boolean byTime,
      Set<Dimension> by,
      Set<Measure> measures,
      Function<RollUpRow, K> key,
      Tally<K> into) {
    for (Stretch stretch : stretches) {
      RollUpQuestion ask =
          new RollUpQuestion(
              question.client(),
              cut,
              stretch.grain(),
              stretch.from(),
              stretch.to(),
              only,
              byTime,
              by,
              measures);
      for (RollUpRow row : reads.read(ask)) {
        into.add(key.apply(row), row.currency(), row.sums());
      }
    }
  }

  /** The coarsest cut that has all of these dimensions. */
  static Cut cutOf(Set<Dimension> dimensions) {
    if (dimensions.contains(Dimension.CATEGORY)) {
      return Cut.CATEGORY;
    }
    if (dimensions.contains(Dimension.CARRIER) || dimensions.contains(Dimension.SERVICE)) {
      return Cut.SERVICE;
    }
    return dimensions.contains(Dimension.LOCATION) ? Cut.PLACE : Cut.CLIENT;
  }

  /**
   * Whether rows of a cut need not be added up for one row of the report, so that what ships in
   * parts is counted once.
   */
  boolean isWhole(Cut cut, Set<Dimension> by) {
    return cut.dimensions().stream()
        .allMatch(each -> by.contains(each) || only.getOrDefault(each, Set.of()).size() == 1);
  }

  /** Filters as roll-ups know them: places by number. */
  static Map<Dimension, Set<String>> resolve(ReportQuestion question, ReportPlaces places) {
    Map<Dimension, Set<String>> only = new EnumMap<>(Dimension.class);
    question
        .filters()
        .forEach((dimension, codes) -> {
          Set<String> values = new TreeSet<>();
          for (String code : codes) {
            ReportPlaces.Place place =
                dimension == Dimension.LOCATION ? places.ofCode(question.client(), code) : null;
            values.add(place == null ? code : Integer.toString(place.id()));
          }
          only.put(dimension, values);
        });
    return only;
  }

  /** Measures of some metrics, and the orders that the usual currency is chosen by. */
  static Set<Measure> measures(List<Metric> metrics) {
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    for (Metric metric : metrics) {
      measures.addAll(metric.measures());
      if (metric.column().kind() == ColumnKind.MONEY) {
        measures.add(Measure.ORDERS);
      }
    }
    return measures;
  }
}
