package dev.holdfast.lab.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * What stays the same about a client: size, places, carriers, what is sold.
 *
 * @param number from 1
 * @param ordinaryDay orders on an ordinary day
 * @param places one to six, neighbours of one clock in pairs
 */
public record ClientProfile(
    int number,
    String code,
    long seed,
    String country,
    String currency,
    int ordinaryDay,
    List<Place> places,
    List<Offer> offers,
    List<String> categories,
    Skus skus) {
  private static final int MAX_PLACES = 6;
  private static final int ORDERS_PER_PLACE = 1_500;

  /** Every fourth client sells in the United Kingdom, the others in the United States. */
  private static final int EVERY_BRITISH = 4;

  public static final List<String> CATEGORIES =
      List.of("grocery", "fresh", "home", "garden", "toys", "beauty", "electronics", "sports");

  static ClientProfile of(Demand demand, int number) {
    Market market = number % EVERY_BRITISH == 0 ? Market.GB : Market.US;
    int ordinary = ordinaryDay(demand, number);
    long seed = Seeds.of(demand.seed(), 1, number);
    return new ClientProfile(
        number,
        code(number),
        seed,
        market.country(),
        market.currency(),
        ordinary,
        places(market, number, ordinary),
        market.offers(),
        CATEGORIES,
        new Skus(seed, demand.skus(), demand.hotSkus(), demand.skuCodes()));
  }

  private static String code(int number) {
    return "C" + Integer.toString(1_000 + number).substring(1);
  }

  /** Sizes grow by a constant factor from the smallest client to the largest. */
  private static int ordinaryDay(Demand demand, int number) {
    if (demand.clients() == 1) {
      return demand.most();
    }
    double step = (double) (number - 1) / (demand.clients() - 1);
    double ratio = (double) demand.most() / demand.fewest();
    return (int) StrictMath.round(demand.fewest() * StrictMath.pow(ratio, step));
  }

  private static List<Place> places(Market market, int number, int ordinary) {
    int count = Math.clamp(1 + ordinary / ORDERS_PER_PLACE, 1, MAX_PLACES);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(
          new Place(
              (number - 1) * MAX_PLACES + i + 1,
              code(number) + "-" + (char) ('A' + i),
              market.zoneOfPlace(i)));
    }
    return List.copyOf(places);
  }
}
