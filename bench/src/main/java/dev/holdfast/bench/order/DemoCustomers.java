package dev.holdfast.bench.order;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.order.Basket.Line;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Customers of the demo company: what they want of its shelves, and where they live. The places
 * that have a SKU stay the same; each of them gets so much of it that nothing sells out, so that
 * every order is planned as the first one is.
 */
public final class DemoCustomers {
  private static final int SKUS = 400;
  private static final int PLENTY = 1_000_000;
  private static final int RECEIPT_LINES = 500;
  private static final int MOST_LINES = 8;

  /** Of eight orders one is promised for this many days from now. */
  private static final int PROMISED_DAYS = 9;

  private static final int PROMISED_ONE_IN = 8;

  /** One postcode of each of the twenty largest cities of the country that the demo ships to. */
  private static final List<String> CITIES =
      List.of(
          "10001", "90012", "60601", "77002", "85004", "19107", "78205", "92101", "75201", "32202",
          "76102", "95113", "78701", "28202", "43215", "46204", "94103", "98101", "80202", "73102");

  private final SplittableRandom random;
  private final List<String> skus;
  private final Map<String, List<String>> places;

  private DemoCustomers(Map<String, List<String>> places, SplittableRandom random) {
    this.random = random;
    this.places = places;
    skus = List.copyOf(places.keySet());
  }

  /** Reads the shelves of the demo company and fills those of some SKUs. */
  public static DemoCustomers at(Api api, long seed) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, List<String>> stocked = new TreeMap<>();
    api.pages("/v1/positions", page -> page.forEach(position -> read(position, stocked)));
    List<String> all = new ArrayList<>(stocked.keySet());
    for (int i = 0; i < Math.min(SKUS, all.size()); i++) {
      Collections.swap(all, i, i + random.nextInt(all.size() - i));
    }
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    all.stream().limit(SKUS).forEach(sku -> chosen.put(sku, stocked.get(sku)));
    fill(api, chosen);
    return new DemoCustomers(chosen, random);
  }

  private static void read(JsonNode position, Map<String, List<String>> stocked) {
    if (position.path("availableToPromise").asDouble() > 0) {
      stocked
          .computeIfAbsent(position.path("sku").asText(), sku -> new ArrayList<>())
          .add(position.path("location").asText());
    }
  }

  private static void fill(Api api, Map<String, List<String>> places)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    places.forEach((sku, locations) ->
        locations.forEach(location ->
            lines.add(
                "{\"sku\":\"%s\",\"location\":\"%s\",\"quantity\":%d}"
                    .formatted(sku, location, PLENTY))));
    for (int from = 0; from < lines.size(); from += RECEIPT_LINES) {
      List<String> some = lines.subList(from, Math.min(lines.size(), from + RECEIPT_LINES));
      api.must("/v1/receipts", "{\"lines\":[" + String.join(",", some) + "]}");
    }
  }

  /** The next customer's wish: half want one thing, few want many. */
  Basket next() {
    int count = 1;
    while (count < MOST_LINES && random.nextBoolean()) {
      count++;
    }
    Map<String, Line> lines = new LinkedHashMap<>();
    while (lines.size() < count) {
      String sku = skus.get(random.nextInt(skus.size()));
      int units = random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(2);
      lines.put(sku, new Line(sku, Objects.requireNonNull(places.get(sku)).getFirst(), units));
    }
    boolean promised = random.nextInt(PROMISED_ONE_IN) == 0;
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(PROMISED_DAYS);
    return new Basket(
        List.copyOf(lines.values()),
        CITIES.get(random.nextInt(CITIES.size())),
        random.nextInt(4) > 0,
        promised ? day.toString() : "");
  }

  /** SKUs and positions, for the report. */
  String words() {
    int positions = places.values().stream().mapToInt(List::size).sum();
    return skus.size()
        + " SKUs at "
        + positions
        + " positions, customers in "
        + CITIES.size()
        + " cities";
  }
}
