package dev.holdfast.bench.race;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.instance.ServerProcess;
import dev.holdfast.bench.instance.Stock;
import dev.holdfast.bench.load.LoadGenerator;
import dev.holdfast.bench.load.LoadPlan;
import dev.holdfast.bench.load.LoadResult;
import dev.holdfast.bench.load.Pace;
import dev.holdfast.bench.load.RequestTemplate;
import dev.holdfast.bench.load.TemplateSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One race: a crowd of buyers, each with one cart and one try, over all servers at once. */
final class Race {
  static final String LOCATION = "RACE";
  static final long PLENTY = 1_000_000;

  private static final int CREATED = 201;
  private static final int REFUSED = 409;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Instance instance;
  private final Api api;
  private final Stock stock;
  private final int buyers;
  private final int connections;

  Race(Instance instance, Api api, int buyers, int connections) {
    this.instance = instance;
    this.api = api;
    this.stock = new Stock(api);
    this.buyers = buyers;
    this.connections = connections;
  }

  /** Stocks the shelf and lets the buyers in. */
  Finish run(Carts carts, long units) throws IOException, InterruptedException {
    stock.addSkus(Stream.concat(carts.scarce().stream(), carts.plentiful().stream()).toList());
    stock.receive(carts.scarce(), List.of(LOCATION), units);
    if (!carts.plentiful().isEmpty()) {
      stock.receive(carts.plentiful(), List.of(LOCATION), PLENTY);
    }
    List<List<String>> all = carts.all();
    String prefix = UUID.randomUUID() + "-";
    TemplateSource source =
        new TemplateSource(all.stream().map(cart -> request(cart, prefix)).toList());
    long[] served = new long[all.size()];
    LoadPlan plan =
        new LoadPlan(
            targets(),
            Math.min(connections, buyers),
            Pace.closed(),
            PATIENCE,
            buyers,
            Set.of(CREATED, REFUSED),
            source,
            (number, status, body) -> served[source.template(number)] += status == CREATED ? 1 : 0);
    LoadResult load = new LoadGenerator(1).run(plan);
    return finish(carts, load, unitsSold(all, served));
  }

  private RequestTemplate request(List<String> cart, String keyPrefix) {
    String lines =
        cart.stream()
            .map(sku ->
                String.format("{\"sku\":\"%s\",\"location\":\"%s\",\"quantity\":1}", sku, LOCATION))
            .collect(Collectors.joining(","));
    String json = "{\"lines\":[" + lines + "],\"ttlSeconds\":3600}";
    return RequestTemplate.post(api.base(), "/v1/reservations", api.key(), keyPrefix, json);
  }

  private List<URI> targets() {
    return instance.servers().stream().map(ServerProcess::url).toList();
  }

  private static Map<String, Long> unitsSold(List<List<String>> carts, long[] served) {
    Map<String, Long> sold = new HashMap<>();
    for (int at = 0; at < served.length; at++) {
      for (String sku : carts.get(at)) {
        sold.merge(sku, served[at], Long::sum);
      }
    }
    return sold;
  }

  /** Compares what buyers were told with what the shelf says. */
  private Finish finish(Carts carts, LoadResult load, Map<String, Long> sold)
      throws IOException, InterruptedException {
    long left = 0;
    long oversold = 0;
    long untold = 0;
    for (String sku : carts.scarce()) {
      Stock.Balance balance = stock.balance(sku, LOCATION);
      left += balance.available();
      oversold += stock.oversoldEntries(sku, LOCATION);
      untold += Math.abs(balance.reserved() - sold.getOrDefault(sku, 0L));
    }
    for (String sku : carts.plentiful()) {
      untold += Math.abs(stock.balance(sku, LOCATION).reserved() - sold.getOrDefault(sku, 0L));
    }
    return new Finish(load, load.answers(CREATED), load.answers(REFUSED), left, oversold, untold);
  }

  /**
   * How a race ended.
   *
   * @param accepted buyers who were served
   * @param refused buyers who were told that nothing is left
   * @param left units of scarce SKUs that could still be promised
   * @param oversold ledger entries after which more was promised than was there
   * @param untold units whose reservation differs from what buyers were told: a refused cart that
   *     kept a line, or a served one that lost one
   */
  record Finish(
      LoadResult load, long accepted, long refused, long left, long oversold, long untold) {
    /** Buyers without a proper answer: an error, or none at all. */
    long unserved() {
      return load.answers() + load.broken() - accepted - refused;
    }

    double seconds() {
      return load.window().toNanos() / 1e9;
    }
  }
}
