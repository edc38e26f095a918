package dev.holdfast.lab.stage;

import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.Grain;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.lab.generate.Place;
import dev.holdfast.storage.api.BacklogQuestion;
import dev.holdfast.storage.api.BacklogQuestion.Waiting;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.RollUpRow;
import dev.holdfast.storage.api.RollUpStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers the eight questions from roll-ups, whoever keeps them. For one thread. */
public final class RollUpAnswers {
  private static final List<Measure> OVERVIEW =
      List.of(
          Measure.ORDERS,
          Measure.LINES,
          Measure.ORDERED_UNITS,
          Measure.FILLED_UNITS,
          Measure.REVENUE,
          Measure.SPLIT_ORDERS,
          Measure.SHIPMENTS,
          Measure.CARTONS,
          Measure.SHIPPING_COST,
          Measure.SHIPPED,
          Measure.ON_TIME,
          Measure.REFUSALS);
  private static final List<Measure> HOURS =
      List.of(Measure.ORDERS, Measure.LINES, Measure.FILLED_UNITS);
  private static final List<Measure> LOCATIONS =
      List.of(
          Measure.ORDERS,
          Measure.LINES,
          Measure.FILLED_UNITS,
          Measure.REVENUE,
          Measure.SHIPMENTS,
          Measure.CARTONS,
          Measure.SHIPPING_COST,
          Measure.SHIPPED,
          Measure.ON_TIME);
  private static final List<Measure> CARRIERS =
      List.of(
          Measure.SHIPMENTS,
          Measure.CARTONS,
          Measure.SHIPPING_COST,
          Measure.SHIPPED,
          Measure.ON_TIME);
  private static final List<Measure> CATEGORIES =
      List.of(
          Measure.ORDERS,
          Measure.LINES,
          Measure.ORDERED_UNITS,
          Measure.FILLED_UNITS,
          Measure.REVENUE,
          Measure.RETURNED_UNITS);
  private static final List<Measure> WAREHOUSE =
      List.of(
          Measure.RELEASED,
          Measure.RELEASE_SECONDS,
          Measure.SHIPPED,
          Measure.SHIP_SECONDS,
          Measure.WALK_MM,
          Measure.WALK_LINES);
  private static final List<Measure> STOCK =
      List.of(
          Measure.RECEIVED_UNITS,
          Measure.SOLD_UNITS,
          Measure.SHRINKAGE_UNITS,
          Measure.SPOILED_UNITS);
  private static final List<Measure> PAYDAY =
      List.of(Measure.ORDERS, Measure.ORDERED_UNITS, Measure.FILLED_UNITS, Measure.REFUSALS);

  private static final List<Duration> AGES =
      List.of(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(4));

  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

  private final RollUpStore store;
  private long databaseNanos;

  public RollUpAnswers(RollUpStore store) {
    this.store = store;
  }

  /** Reads and sums; reading counts as the database's time. */
  public Answer ask(Question question) {
    databaseNanos = 0;
    List<Answer.Row> rows =
        switch (question.report()) {
          case OVERVIEW -> overview(question);
          case HOURS -> hours(question);
          case LOCATIONS ->
              named(
                  question,
                  Cut.PLACE,
                  Set.of(Dimension.LOCATION),
                  LOCATIONS,
                  row -> List.of(place(question, row.locationId())));
          case CARRIERS ->
              named(
                  question,
                  Cut.SERVICE,
                  Set.of(Dimension.CARRIER, Dimension.SERVICE),
                  CARRIERS,
                  row -> List.of(row.carrier(), row.service()));
          case CATEGORIES ->
              named(
                  question,
                  Cut.CATEGORY,
                  Set.of(Dimension.CATEGORY),
                  CATEGORIES,
                  row -> List.of(row.category()));
          case WAREHOUSE -> warehouse(question);
          case STOCK -> stock(question);
          case PAYDAY -> payday(question);
        };
    return new Answer(rows, databaseNanos);
  }

  private List<Answer.Row> overview(Question question) {
    Cut cut = question.location().isEmpty() ? Cut.CLIENT : Cut.PLACE;
    return gather(
        read(question, cut, Grain.DAY, true, Set.of(), OVERVIEW),
        OVERVIEW,
        row -> List.of(start(row).toLocalDate().toString()));
  }

  private List<Answer.Row> hours(Question question) {
    return gather(
        read(question, Cut.CLIENT, Grain.HOUR, true, Set.of(), HOURS),
        HOURS,
        row ->
            List.of(
                Integer.toString(start(row).getDayOfWeek().getValue()),
                Integer.toString(start(row).getHour())));
  }

  private List<Answer.Row> named(
      Question question,
      Cut cut,
      Set<Dimension> by,
      List<Measure> measures,
      Function<RollUpRow, List<String>> keys) {
    return gather(read(question, cut, Grain.DAY, false, by, measures), measures, keys);
  }

  private List<Answer.Row> warehouse(Question question) {
    List<Answer.Row> rows =
        new ArrayList<>(
            gather(
                read(question, Cut.CLIENT, Grain.DAY, true, Set.of(), WAREHOUSE),
                WAREHOUSE,
                row -> List.of("day", start(row).toLocalDate().toString())));
    long began = System.nanoTime();
    Instant now = question.now();
    List<Waiting> ages =
        store.backlog(
            new BacklogQuestion(
                Facts.client(question.client()),
                Map.of(),
                AGES.stream().map(now::minus).toList(),
                now));
    databaseNanos += System.nanoTime() - began;
    for (int age = 0; age < ages.size(); age++) {
      Waiting waiting = ages.get(age);
      long[] sums = new long[Report.WAREHOUSE.numbers()];
      sums[0] = waiting.shipments();
      sums[1] = waiting.lines();
      sums[2] = waiting.late();
      rows.add(Answer.Row.of(List.of("backlog", Integer.toString(age + 1)), sums));
    }
    return rows;
  }

  /** What was on hand is the sum of all changes: whole months, and the days of the last one. */
  private List<Answer.Row> stock(Question question) {
    Set<Dimension> by = Set.of(Dimension.LOCATION, Dimension.CATEGORY);
    Function<RollUpRow, List<String>> keys =
        row -> List.of(place(question, row.locationId()), row.category());
    Map<List<String>, long[]> sums = new LinkedHashMap<>();
    for (Answer.Row row :
        gather(read(question, Cut.STOCK, Grain.DAY, false, by, STOCK), STOCK, keys)) {
      long[] values = new long[Report.STOCK.numbers()];
      for (int i = 0; i < STOCK.size(); i++) {
        values[i] = row.values().get(i);
      }
      sums.put(row.keys(), values);
    }
    LocalDate end = question.to().plusDays(1);
    LocalDate month = end.withDayOfMonth(1);
    List<RollUpRow> changes = new ArrayList<>();
    List<Measure> onHand = List.of(Measure.ON_HAND_UNITS);
    changes.addAll(between(question, Cut.STOCK, Grain.MONTH, FIRST_DAY, month, false, by, onHand));
    if (month.isBefore(end)) {
      changes.addAll(between(question, Cut.STOCK, Grain.DAY, month, end, false, by, onHand));
    }
    for (RollUpRow row : changes) {
      sums.computeIfAbsent(keys.apply(row), any -> new long[Report.STOCK.numbers()])[4] +=
          row.sums().get(Measure.ON_HAND_UNITS);
    }
    return sums.entrySet().stream()
        .map(entry -> Answer.Row.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private List<Answer.Row> payday(Question question) {
    List<RollUpRow> rows = new ArrayList<>();
    for (LocalDate day : question.days()) {
      rows.addAll(
          between(question, Cut.CLIENT, Grain.HOUR, day, day.plusDays(1), true, Set.of(), PAYDAY));
    }
    return gather(
        rows,
        PAYDAY,
        row ->
            List.of(start(row).toLocalDate().toString(), Integer.toString(start(row).getHour())));
  }

  private List<RollUpRow> read(
      Question question,
      Cut cut,
      Grain grain,
      boolean byTime,
      Set<Dimension> by,
      List<Measure> measures) {
    return between(
        question, cut, grain, question.from(), question.to().plusDays(1), byTime, by, measures);
  }

  private List<RollUpRow> between(
      Question question,
      Cut cut,
      Grain grain,
      LocalDate from,
      LocalDate end,
      boolean byTime,
      Set<Dimension> by,
      List<Measure> measures) {
    Map<Dimension, Set<String>> only =
        question.location().isEmpty()
            ? Map.of()
            : Map.of(Dimension.LOCATION, Set.of(number(question, question.location())));
    RollUpQuestion asked =
        new RollUpQuestion(
            Facts.client(question.client()),
            cut,
            grain,
            from.atStartOfDay(),
            end.atStartOfDay(),
            only,
            byTime,
            by,
            EnumSet.copyOf(measures));
    long began = System.nanoTime();
    List<RollUpRow> rows = store.read(asked);
    databaseNanos += System.nanoTime() - began;
    return rows;
  }

  /** Rows of the same keys become one: currencies, and weeks in a matrix of weekdays. */
  private static List<Answer.Row> gather(
      List<RollUpRow> rows, List<Measure> measures, Function<RollUpRow, List<String>> keys) {
    Map<List<String>, long[]> sums = new LinkedHashMap<>();
    for (RollUpRow row : rows) {
      long[] values = sums.computeIfAbsent(keys.apply(row), any -> new long[measures.size()]);
      for (int i = 0; i < values.length; i++) {
        values[i] += row.sums().get(measures.get(i));
      }
    }
    return sums.entrySet().stream()
        .map(entry -> Answer.Row.of(entry.getKey(), entry.getValue()))
        .collect(Collectors.toList());
  }

  private static LocalDateTime start(RollUpRow row) {
    return Objects.requireNonNull(row.start(), "asked by time");
  }

  private static String place(Question question, int number) {
    int first = question.client().places().getFirst().number();
    return question.client().places().get(number - first).code();
  }

  private static String number(Question question, String code) {
    for (Place place : question.client().places()) {
      if (place.code().equals(code)) {
        return Integer.toString(place.number());
      }
    }
    throw new IllegalArgumentException(code);
  }
}
