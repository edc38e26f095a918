package dev.holdfast.bench.lookup;

import dev.holdfast.bench.instance.Api;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** SKUs at one store, put there over the API, and the requests that look them up. */
final class Shelf {
  static final String STORE = "STORE-1";
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
      stock.append(sku).append(',').append(STORE).append(",1000000\n");
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
