package dev.holdfast.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The latest deliveries of food that somebody wants fresh: two lots of a SKU at a location. One in
 * four has to be sold in the next days, so that whoever opens the page about it finds some.
 */
public final class DemoFreshness {
  /** A sixth of the fresh range: enough to look at, and loaded in a moment. */
  private static final int PERCENT_OF_RANGE = 16;

  private static final int SOON_PERCENT = 25;
  private static final int SOON_DAYS = 5;
  private static final int LATEST_DAYS = 28;
  private static final int LEAST_PIECES = 4;
  private static final int MOST_PIECES = 24;

  private DemoFreshness() {}

  /**
   * What was delivered lately, seen from a moment; always the same on the same day.
   *
   * @param now says which day it is at each location
   */
  public static List<DemoLot> of(DemoClient client, Instant now) {
    DemoFulfilment fulfilment = DemoFulfilment.of(client);
    List<DemoLot> lots = new ArrayList<>();
    for (DemoSku sku : client.skus()) {
      DemoHandling handling = Objects.requireNonNull(fulfilment.wishes().get(sku.code()));
      boolean fresh = handling.minShelfLifeDays() > 0;
      if (fresh && Draw.keyedBy("fresh", sku.code()).chance(PERCENT_OF_RANGE)) {
        for (DemoLocation location : client.locations()) {
          add(sku, location, LocalDate.ofInstant(now, location.timeZone()), lots);
        }
      }
    }
    return lots;
  }

  private static void add(DemoSku sku, DemoLocation location, LocalDate today, List<DemoLot> to) {
    Draw draw = Draw.keyedBy("lots", sku.code(), location.code());
    int first = draw.chance(SOON_PERCENT) ? draw.between(0, SOON_DAYS) : draw.between(6, 14);
    int second = draw.between(first + 1, LATEST_DAYS);
    long piece = sku.unit().scale() == 0 ? 1 : 500;
    for (int days : new int[] {first, second}) {
      long quantity = draw.between(LEAST_PIECES, MOST_PIECES) * piece;
      String lot = "L" + draw.between(1000, 9999) + (days == first ? "A" : "B");
      to.add(new DemoLot(sku.code(), location.code(), lot, today.plusDays(days), quantity));
    }
  }
}
