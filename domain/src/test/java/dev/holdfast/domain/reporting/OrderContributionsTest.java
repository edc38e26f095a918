package dev.holdfast.domain.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.OrderFact.LineFact;
import dev.holdfast.domain.reporting.OrderFact.ShipmentFact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Orders whose numbers anybody can check by hand. */
final class OrderContributionsTest {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final Instant NOON = Instant.parse("2026-11-20T12:10:00Z");
  private static final LineFact BREAD = new LineFact(0, "bakery", 3000, 3000, 0, 900);
  private static final LineFact HALF = new LineFact(1, "dairy", 2000, 1000, 500, 250);

  @Test
  void aLineThatTwoPlacesServeIsOneLineOfTheClientAndOneOfEachPlace() {
    OrderFact order = order(NOON, at(1, WARSAW, null, BREAD), at(2, NEW_YORK, null, BREAD, HALF));

    Sums client = sums(order, Cut.CLIENT, "2026-11-20T13:00", 0, "");
    assertThat(client)
        .hasToString(
            "orders 1, lines 2, ordered_units 8000, filled_units 7000, revenue 2050,"
                + " split_orders 1, shipments 2, cartons 4, shipping_cost 1000,"
                + " returned_units 500");
    assertThat(sums(order, Cut.PLACE, "2026-11-20T13:00", 1, "").get(Measure.LINES)).isOne();
    assertThat(sums(order, Cut.PLACE, "2026-11-20T07:00", 2, "").get(Measure.LINES)).isEqualTo(2);
    assertThat(sums(order, Cut.CATEGORY, "2026-11-20T07:00", 2, "dairy"))
        .hasToString(
            "orders 1, lines 1, ordered_units 2000, filled_units 1000, revenue 250,"
                + " returned_units 500");
  }

  @Test
  void bothHoursOfANightWhenClocksGoBackAreOne() {
    OrderFact summer = order(Instant.parse("2026-10-25T00:30:00Z"), at(1, WARSAW, null, BREAD));
    OrderFact winter = order(Instant.parse("2026-10-25T01:30:00Z"), at(1, WARSAW, null, BREAD));

    assertThat(sums(summer, Cut.CLIENT, "2026-10-25T02:00", 0, "").get(Measure.ORDERS)).isOne();
    assertThat(sums(winter, Cut.CLIENT, "2026-10-25T02:00", 0, "").get(Measure.ORDERS)).isOne();
  }

  @Test
  void handingOverAtTheCutOffIsInTimeAndASecondLaterIsNot() {
    Instant cutOff = NOON.plusSeconds(7200);
    OrderFact inTime = order(NOON, at(1, WARSAW, cutOff, BREAD));
    OrderFact late = order(NOON, at(1, WARSAW, cutOff.plusSeconds(1), BREAD));

    assertThat(sums(inTime, Cut.SERVICE, "2026-11-20T13:00", 1, "").get(Measure.ON_TIME)).isOne();
    assertThat(sums(late, Cut.SERVICE, "2026-11-20T13:00", 1, "").get(Measure.ON_TIME)).isZero();
    assertThat(sums(late, Cut.CLIENT, "2026-11-20T13:00", 0, "").get(Measure.SHIP_SECONDS))
        .isEqualTo(7201);
  }

  private static OrderFact order(Instant placed, ShipmentFact... shipments) {
    return new OrderFact(
        new ClientId(1),
        new UUID(1, 1),
        1,
        placed,
        shipments[0].zone(),
        "EUR",
        false,
        List.of(shipments));
  }

  /** Two cartons for 5.00, to be handed over within two hours. */
  private static ShipmentFact at(
      int location, ZoneId zone, @Nullable Instant shipped, LineFact... lines) {
    return new ShipmentFact(
        new UUID(2, location),
        location,
        zone,
        "swift",
        "next-day",
        true,
        FRIDAY.plusDays(1),
        FRIDAY.plusDays(1),
        NOON.plusSeconds(7200),
        null,
        shipped,
        2,
        500,
        List.of(lines));
  }

  private static Sums sums(OrderFact order, Cut cut, String hour, int location, String category) {
    boolean service = cut == Cut.SERVICE || cut == Cut.CATEGORY;
    RollUpKey key =
        new RollUpKey(
            order.client(),
            cut,
            LocalDateTime.parse(hour),
            location,
            service ? "swift" : "",
            service ? "next-day" : "",
            category,
            "EUR");
    return OrderContributions.of(order).contributions().stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + key))
        .sums();
  }
}
