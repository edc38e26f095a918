package dev.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DemoFreshnessTest {
  private static final Instant NOON = Instant.parse("2026-11-21T18:00:00Z");
  private static final DemoClient HARBOR = DemoCompany.create().clients().getFirst();

  @Test
  void everyPlaceHasFoodToSellInTheNextDaysAndFoodThatKeeps() {
    List<DemoLot> lots = DemoFreshness.of(HARBOR, NOON);
    LocalDate today = LocalDate.ofInstant(NOON, ZoneOffset.UTC);

    // Few enough to be received while somebody waits for the first start.
    assertThat(lots).hasSizeBetween(500, 5_000);
    assertThat(lots).allMatch(lot -> lot.quantity() > 0 && !lot.expires().isBefore(today));
    for (DemoLocation location : HARBOR.locations()) {
      List<DemoLot> here =
          lots.stream().filter(lot -> lot.location().equals(location.code())).toList();
      assertThat(here)
          .as(location.code())
          .anyMatch(lot -> lot.expires().isBefore(today.plusDays(7)));
      assertThat(here).anyMatch(lot -> lot.expires().isAfter(today.plusDays(7)));
      assertThat(here.stream().collect(Collectors.groupingBy(DemoLot::sku)).values())
          .allMatch(two -> two.size() == 2 && !two.get(0).lot().equals(two.get(1).lot()));
    }
  }
}
