package dev.holdfast.bench.peak;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.load.RequestTemplate;
import dev.holdfast.bench.load.TemplateSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A shop with plenty of stock, and the requests that its customers and tills send. */
final class Shop {
  private static final int STORES = 5;
  private static final int CART = 20;
  private static final int SKUS_PER_WORD = 20;
  private static final long PLENTY = 1_000_000_000L;
  private static final long VISIBLE_SECONDS = 60;
  private static final long SEED = 20_261_120L;
  private static final int TEMPLATES = 5_000;

  /** A tenth of the SKUs takes half of the traffic. */
  private static final double HOT_SKUS = 0.1;

  private static final double HOT_TRAFFIC = 0.5;

  private final Api api;
  private final List<String> skus;
  private final List<String> stores;

  private Shop(Api api, List<String> skus, List<String> stores) {
    this.api = api;
    this.skus = skus;
    this.stores = stores;
  }

  /** Fills a shop over the API and waits until lookups show all of it. */
  static Shop filled(Api api, int skuCount) throws IOException, InterruptedException {
    List<String> skus = IntStream.range(0, skuCount).mapToObj(n -> "PAY-" + n).toList();
    List<String> stores = IntStream.range(0, STORES).mapToObj(n -> "STORE-" + n).toList();
    StringBuilder names = new StringBuilder("code,name,unit,scale,category\n");
    StringBuilder stock = new StringBuilder("sku,location,quantity\n");
    for (int i = 0; i < skuCount; i++) {
      names.append(skus.get(i)).append(",Payday ").append(word(i)).append(" box ").append(i);
      names.append(",each,0,bench\n");
      for (String store : stores) {
        stock.append(skus.get(i)).append(',').append(store).append(',').append(PLENTY).append('\n');
      }
    }
    api.importCsv("skus", names.toString());
    for (String store : stores) {
      String json =
          ("{'code':'%s','name':'Bench %s','kind':'store','region':'bench','latitude':47.6,"
                  + "'longitude':-122.3,'timeZone':'UTC','address':'1 Bench Street'}")
              .formatted(store, store);
      api.must("/v1/locations", json.replace('\'', '"'));
    }
    api.importCsv("stock", stock.toString());
    Shop shop = new Shop(api, skus, stores);
    shop.awaitLast();
    return shop;
  }

  /** A word of letters alone, so that searches have something to begin with. */
  private static String word(int sku) {
    StringBuilder word = new StringBuilder("item");
    for (int rest = sku / SKUS_PER_WORD + 1; rest > 0; rest /= 26) {
      word.append((char) ('a' + rest % 26));
    }
    return word.toString();
  }

  private void awaitLast() throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(VISIBLE_SECONDS);
    String path = "/v1/availability/" + skus.getLast() + "?location=" + stores.getLast();
    while (!api.look(path).body().toString().contains(Long.toString(PLENTY))) {
      if (System.nanoTime() - giveUp > 0) {
        throw new IOException("Lookups do not show what was imported.");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  /** Whether this server has a search. */
  boolean searches() throws IOException, InterruptedException {
    return api.look("/v1/search?q=payday").status() == 200;
  }

  /** Requests of every kind. */
  Map<Kind, TemplateSource> requests() {
    Random random = new Random(SEED);
    String prefix = UUID.randomUUID().toString().substring(0, 13) + "-";
    Map<Kind, TemplateSource> requests = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      List<RequestTemplate> templates = new ArrayList<>();
      for (int i = 0; i < TEMPLATES; i++) {
        templates.add(request(kind, random, prefix + kind.column() + "-"));
      }
      requests.put(kind, new TemplateSource(templates));
    }
    return requests;
  }

  private RequestTemplate request(Kind kind, Random random, String prefix) {
    String store = stores.get(random.nextInt(stores.size()));
    return switch (kind) {
      case LOOKUP -> get("/v1/availability/" + sku(random));
      case QUERY ->
          RequestTemplate.query(
              api.base(), "/v1/availability/query", api.key(), cart(random, store));
      case SEARCH ->
          get("/v1/search?q=" + word(random.nextInt(skus.size())) + "&location=" + store);
      case RESERVE ->
          post("/v1/reservations", prefix, lines(sku(random), store) + ",\"ttlSeconds\":3600}");
      case SELL -> post("/v1/sales", prefix, lines(sku(random), store) + "}");
    };
  }

  /** Lookups alone, from memory or as systems do it today: from the store. */
  TemplateSource lookups(boolean fromStore) {
    Random random = new Random(SEED);
    List<RequestTemplate> templates = new ArrayList<>();
    for (int i = 0; i < TEMPLATES; i++) {
      String sku = sku(random);
      templates.add(get(fromStore ? "/v1/positions?sku=" + sku : "/v1/availability/" + sku));
    }
    return new TemplateSource(templates);
  }

  private String sku(Random random) {
    int hot = Math.max(1, (int) (skus.size() * HOT_SKUS));
    boolean isHot = random.nextDouble() < HOT_TRAFFIC;
    return skus.get(random.nextInt(isHot ? hot : skus.size()));
  }

  private String cart(Random random, String store) {
    String codes =
        random
            .ints(0, skus.size())
            .distinct()
            .limit(CART)
            .mapToObj(number -> '"' + skus.get(number) + '"')
            .collect(Collectors.joining(","));
    return "{\"skus\":[" + codes + "],\"location\":\"" + store + "\"}";
  }

  private static String lines(String sku, String store) {
    return "{\"lines\":[{\"sku\":\"%s\",\"location\":\"%s\",\"quantity\":1}]".formatted(sku, store);
  }

  private RequestTemplate get(String path) {
    return RequestTemplate.get(api.base(), path, api.key());
  }

  private RequestTemplate post(String path, String prefix, String json) {
    return RequestTemplate.post(api.base(), path, api.key(), prefix, json);
  }
}
