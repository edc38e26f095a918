package dev.holdfast.lab.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that decides what is generated.
 *
 * @param fewest orders of the smallest client on an ordinary day
 * @param most orders of the largest client on an ordinary day; clients between them grow by a
 *     constant factor
 * @param scale every day's number of orders is multiplied by it
 * @param paydayFactor of orders on the first and third Friday of a month
 * @param season how much the year's best week exceeds the mean: 0.3 is 30 %
 * @param hotSkus exponent of Zipf's law by which SKUs are chosen; 0 is all alike
 * @param skus how many each client sells
 * @param skuCodes their codes; empty for generated ones
 */
public record Demand(
    long seed,
    int clients,
    LocalDate from,
    int days,
    int fewest,
    int most,
    double scale,
    double paydayFactor,
    double season,
    double hotSkus,
    int skus,
    List<String> skuCodes,
    Postcodes postcodes) {
  static final int MAX_CLIENTS = 1_000;
  static final int MAX_DAYS = 3_660;
  static final int MAX_SKUS = 1_000_000;

  /** Copies the list. */
  public Demand {
    skuCodes = List.copyOf(skuCodes);
  }

  /** The day after the last one; nothing that happens later is known yet. */
  public LocalDate end() {
    return from.plusDays(days);
  }

  /** The same with every day's orders multiplied, so that there are about so many in all. */
  public Demand scaledTo(long orders) {
    long now = orders();
    return new Demand(
        seed,
        clients,
        from,
        days,
        fewest,
        most,
        scale * orders / Math.max(1, now),
        paydayFactor,
        season,
        hotSkus,
        skus,
        skuCodes,
        postcodes);
  }

  /** The same with a day more. */
  public Demand longer() {
    return new Demand(
        seed,
        clients,
        from,
        days + 1,
        fewest,
        most,
        scale,
        paydayFactor,
        season,
        hotSkus,
        skus,
        skuCodes,
        postcodes);
  }

  /** How many orders there are in all. */
  public long orders() {
    long orders = 0;
    for (ClientProfile client : profiles()) {
      for (int day = 0; day < days; day++) {
        orders += Season.orders(this, client, from.plusDays(day));
      }
    }
    return orders;
  }

  /** The clients, the smallest first. */
  public List<ClientProfile> profiles() {
    List<ClientProfile> profiles = new ArrayList<>();
    for (int number = 1; number <= clients; number++) {
      profiles.add(ClientProfile.of(this, number));
    }
    return profiles;
  }
}
