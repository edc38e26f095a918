package dev.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.demo.DemoPast.Movement;
import dev.holdfast.demo.DemoPast.Ordered;
import dev.holdfast.demo.DemoPast.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The past of the demo company: plausible, the same for the same day, and over when it is over. */
final class DemoPastTest {
  private static final Instant UNTIL = Instant.parse("2026-11-21T19:00:00Z");
  private static final ZoneId EAST = ZoneId.of("America/New_York");
  private static final DemoClient HARBOR = DemoCompany.create().clients().getFirst();
  private static final DemoPast PAST = DemoPast.of(HARBOR, UNTIL);

  private static Map<LocalDate, Long> perDay(DemoPast past) {
    return past.orders().stream()
        .collect(
            Collectors.groupingBy(
                one -> LocalDate.ofInstant(one.placed(), EAST), Collectors.counting()));
  }

  @Test
  void paydaysHaveThreeTimesTheOrdersOfOrdinaryDays() {
    Map<LocalDate, Long> days = perDay(PAST);

    assertThat(days).hasSizeBetween(DemoPast.DAYS, DemoPast.DAYS + 2);
    assertThat(days.get(LocalDate.of(2026, 11, 11))).isBetween(130L, 200L);
    assertThat(days.get(LocalDate.of(2026, 11, 20))).isBetween(450L, 650L);
    assertThat(PastDays.isPayday(LocalDate.of(2026, 11, 13))).isFalse();
  }

  @Test
  void nothingHappensAfterItsEnd() {
    assertThat(PAST.orders()).extracting(Ordered::placed).allMatch(UNTIL::isAfter);
    assertThat(PAST.orders())
        .flatExtracting(Ordered::shipments)
        .extracting(Sent::shipped)
        .allMatch(at -> at == null || !at.isAfter(UNTIL));
    assertThat(PAST.walks()).allMatch(one -> one.done().isBefore(UNTIL));
    assertThat(PAST.movements()).allMatch(one -> !one.when().isAfter(UNTIL));
  }

  @Test
  void aDayIsTheSameWheneverItIsAskedFor() {
    Function<DemoPast, List<Ordered>> day =
        past ->
            past.orders().stream()
                .filter(one ->
                    LocalDate.ofInstant(one.placed(), EAST).equals(LocalDate.of(2026, 11, 1)))
                .toList();
    DemoPast later = DemoPast.of(HARBOR, UNTIL.plus(Duration.ofDays(3)));

    assertThat(day.apply(later)).hasSameSizeAs(day.apply(PAST)).hasSizeGreaterThan(100);
    assertThat(day.apply(DemoPast.of(HARBOR, UNTIL))).isEqualTo(day.apply(PAST));
  }

  @Test
  void stockIsNeverLessThanNothingAndEndsWithNothing() {
    Map<List<Object>, List<Movement>> shelves =
        PAST.movements().stream()
            .collect(Collectors.groupingBy(one -> List.of(one.at(), one.category())));
    Map<List<Object>, Long> ends = new HashMap<>();
    shelves.forEach((shelf, movements) -> {
      long level = 0;
      for (Movement one :
          movements.stream().sorted(Comparator.comparing(Movement::when)).toList()) {
        level += one.onHand();
        assertThat(level).as(shelf.toString()).isNotNegative();
      }
      ends.put(shelf, level);
    });

    assertThat(ends.values()).hasSize(4 * HARBOR.locations().size()).containsOnly(0L);
    assertThat(PAST.movements().stream().mapToLong(Movement::spoiled).sum()).isPositive();
    assertThat(PAST.movements().stream().mapToLong(Movement::shrinkage).sum()).isPositive();
  }

  @Test
  void thereIsSomethingOfEverythingThatReportsShow() {
    List<Sent> sent = PAST.orders().stream().flatMap(one -> one.shipments().stream()).toList();
    assertThat(sent).extracting(Sent::service).contains("economy", "express", "regional", "pallet");
    assertThat(sent.stream().map(one -> one.from().code()).distinct()).hasSizeBetween(6, 12);
    assertThat(sent).anyMatch(one -> one.shipped() != null && one.shipped().isAfter(one.shipBy()));
    assertThat(PAST.orders()).anyMatch(one -> one.shipments().size() == 2);
    assertThat(PAST.orders()).anyMatch(Ordered::cancelled);
    assertThat(PAST.refusals()).hasSizeGreaterThan(50);
    assertThat(PAST.walks()).hasSizeGreaterThan(500);
    assertThat(sent.stream().flatMap(one -> one.lines().stream()))
        .anyMatch(line -> line.filled() < line.ordered())
        .anyMatch(line -> line.returned() > 0);
  }
}
