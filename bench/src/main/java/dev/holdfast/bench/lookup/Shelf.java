package dev.holdfast.bench.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.InstanceException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** SKUs at one store, put there over the API, and the requests that look them up. */
final class Shelf {
  static final String STORE = "STORE-1";
  private static final long QUANTITY = 1_000_000;
  private static final int CHECKED = 100;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration VISIBLE = Duration.ofSeconds(60);

  private final Api api;
  private final List<String> skus;

  private Shelf(Api api, List<String> skus) {
    this.api = api;
    this.skus = skus;
  }

  /** Fills a shelf and waits until lookups show all of it. */
  static Shelf filled(Api api, int count) throws IOException, InterruptedException {
    List<String> skus =
        IntStream.range(0, count).mapToObj(number -> String.format("SKU-%06d", number)).toList();
    StringBuilder names = new StringBuilder("code,name,unit,scale,category\n");
    StringBuilder stock = new StringBuilder("sku,location,quantity\n");
    for (String sku : skus) {
      names.append(sku).append(",Bench ").append(sku).append(",each,0,bench\n");
      stock.append(sku).append(',').append(STORE).append(',').append(QUANTITY).append('\n');
    }
    api.importCsv("skus", names.toString());
    api.must(
        "/v1/locations",
        ("{'code':'%s','name':'Bench','kind':'store','region':'bench','latitude':47.6,"
                + "'longitude':-122.3,'timeZone':'UTC','address':'1 Bench Street'}")
            .formatted(STORE)
            .replace('\'', '"'));
    api.importCsv("stock", stock.toString());
    Shelf shelf = new Shelf(api, skus);
    shelf.awaitLast();
    shelf.check();
    return shelf;
  }

  private void awaitLast() throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + VISIBLE.toNanos();
    while (!answer(skus.getLast()).body().contains(STORE)) {
      if (System.nanoTime() - giveUp > 0) {
        throw new IOException("lookups do not show what was imported");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  /**
   * Looks some SKUs up, one at a time and all at once, and reads the answers: under load only their
   * status and length are looked at.
   */
  private void check() throws IOException, InterruptedException {
    List<String> some = skus.subList(0, CHECKED);
    for (String sku : some) {
      checkItem(sku, JSON.readTree(answer(sku).body()));
    }
    String asked = JSON.writeValueAsString(Map.of("skus", some, "location", STORE));
    HttpRequest request =
        HttpRequest.newBuilder(api.base().resolve("/v1/availability/query"))
            .header("Authorization", "Bearer " + api.key())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(asked))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      for (int i = 0; i < CHECKED; i++) {
        checkItem(some.get(i), JSON.readTree(body).path("items").path(i));
      }
    }
  }

  private static void checkItem(String sku, JsonNode item) {
    JsonNode row = item.path("locations").path(0);
    boolean good =
        item.path("sku").asText().equals(sku)
            && row.path("location").asText().equals(STORE)
            && row.path("availableToPromise").asLong() == QUANTITY;
    if (!good) {
      throw new InstanceException("A lookup of " + sku + " was answered with " + item + ".");
    }
  }

  List<String> skus() {
    return skus;
  }

  /** A whole answer to one lookup. */
  HttpResponse<String> answer(String sku) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI target = api.base().resolve("/v1/availability/" + sku);
      return client.send(
          HttpRequest.newBuilder(target).header("Authorization", "Bearer " + api.key()).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
