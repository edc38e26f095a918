package dev.holdfast.demo;

import java.math.BigDecimal;

/**
 * Decides how much of a SKU lies at a location: what its demand, the season, its bulk and the size
 * of the location make plausible, with some shelves nearly or quite empty.
 */
final class StockPlan {

  /** North of this, late November is cold. */
  private static final BigDecimal COLD_LATITUDE = new BigDecimal("39");

  private static final int EMPTY_PERCENT = 3;
  private static final int SOLD_OUT_FOR_WINTER_PERCENT = 25;
  private static final int LOW_PERCENT = 7;
  private static final int LOW_AT_MOST = 6;

  /** From here an article takes floor space rather than shelf, so fewer of it are kept. */
  private static final long BULKY_CUBIC_MM = 80_000_000;

  /** From here it takes a pallet of its own. */
  private static final long VERY_BULKY_CUBIC_MM = 250_000_000;

  /** Scales count in steps of 5 g. */
  private static final int SCALE_STEP_G = 5;

  /** What one piece compares with where goods are sold by weight: half a kilogram. */
  private static final int PIECE_G = 500;

  private StockPlan() {}

  /** The stock of one SKU at one location; always the same for the same two. */
  static DemoStock of(Offer offer, DemoLocation location) {
    String sku = offer.sku().code();
    if (sku.equals(DemoCompany.TOUR_SKU) && location.code().equals(DemoCompany.TOUR_LOCATION)) {
      return new DemoStock(sku, location.code(), DemoCompany.TOUR_QUANTITY, 0);
    }
    long usual = usual(offer, location);
    return new DemoStock(
        sku, location.code(), onHand(offer, location, usual), safety(offer, location, usual));
  }

  private static long onHand(Offer offer, DemoLocation location, long usual) {
    Draw draw = Draw.keyedBy("stock", offer.sku().code(), location.code());
    boolean soldOut = offer.demand().season() == Demand.Season.WARM && isCold(location);
    if (draw.chance(soldOut ? SOLD_OUT_FOR_WINTER_PERCENT : EMPTY_PERCENT)) {
      return 0;
    }
    if (draw.chance(LOW_PERCENT)) {
      return smallestUnits(offer, draw.between(100, LOW_AT_MOST * 100));
    }
    return smallestUnits(offer, Math.max(100, usual * draw.between(60, 140)));
  }

  /** Every third SKU keeps some back in stores; in fulfilment centres more do, and more of it. */
  private static long safety(Offer offer, DemoLocation location, long usual) {
    boolean store = location.kind() == DemoLocationKind.STORE;
    Draw draw = Draw.keyedBy("safety", offer.sku().code());
    return draw.chance(store ? 35 : 60) ? smallestUnits(offer, usual * (store ? 5 : 8)) : 0;
  }

  /** Pieces (or the like of them) that the location usually holds, at least one. */
  private static long usual(Offer offer, DemoLocation location) {
    long pieces =
        switch (offer.demand().rate()) {
          case FAST -> 240;
          case STEADY -> 90;
          case SLOW -> 24;
        };
    if (location.kind() == DemoLocationKind.FULFILMENT_CENTRE) {
      pieces *= offer.sku().unit() == DemoUnit.KG ? 3 : 6;
    }
    pieces = percent(pieces, Draw.keyedBy("popularity", offer.sku().code()).between(50, 200));
    pieces = percent(pieces, Draw.keyedBy("traffic", location.code()).between(70, 140));
    pieces = percent(pieces, seasonPercent(offer.demand().season(), isCold(location)));
    return Math.max(1, pieces / bulkDivisor(offer.sku().size()));
  }

  private static int seasonPercent(Demand.Season season, boolean cold) {
    return switch (season) {
      case ALL_YEAR -> 100;
      case PEAK -> 160;
      case COLD -> cold ? 180 : 35;
      case WARM -> cold ? 15 : 60;
    };
  }

  private static int bulkDivisor(DemoSize size) {
    long cubicMm = (long) size.lengthMm() * size.widthMm() * size.heightMm();
    if (cubicMm > VERY_BULKY_CUBIC_MM) {
      return 8;
    }
    return cubicMm > BULKY_CUBIC_MM ? 3 : 1;
  }

  private static boolean isCold(DemoLocation location) {
    return location.latitude().compareTo(COLD_LATITUDE) >= 0;
  }

  private static long percent(long value, int percent) {
    return value * percent / 100;
  }

  /** Hundredths of a piece as whole pieces, or as grams that a shop's scales can show. */
  private static long smallestUnits(Offer offer, long hundredths) {
    if (offer.sku().unit() == DemoUnit.EACH) {
      return hundredths / 100;
    }
    long grams = hundredths * PIECE_G / 100;
    return grams - grams % SCALE_STEP_G;
  }
}
