package dev.holdfast.bench.instance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sets up and reads the catalogue and the stock of an instance, over HTTP. */
public final class Stock {
  /** The most lines of one command. */
  private static final int MAX_LINES = 500;

  private final Api api;

  /** The stock behind this face. */
  public Stock(Api api) {
    this.api = api;
  }

  /** Adds SKUs that are counted in whole units. */
  public void addSkus(List<String> codes) throws IOException, InterruptedException {
    for (String code : codes) {
      String json =
          "{'code':'%s','name':'Bench %s','unit':'each','scale':0,'category':'bench'}"
              .formatted(code, code);
      api.must("/v1/skus", json.replace('\'', '"'));
    }
  }

  /** Adds stores. */
  public void addLocations(List<String> codes) throws IOException, InterruptedException {
    for (String code : codes) {
      String json =
          ("{'code':'%s','name':'Bench %s','kind':'store','region':'bench','latitude':47.6,"
                  + "'longitude':-122.3,'timeZone':'UTC','address':'1 Bench Street'}")
              .formatted(code, code);
      api.must("/v1/locations", json.replace('\'', '"'));
    }
  }

  /** Receives the same quantity of every SKU at every location. */
  public void receive(List<String> skus, List<String> locations, long quantity)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (String sku : skus) {
      for (String location : locations) {
        lines.add(
            "{\"sku\":\"%s\",\"location\":\"%s\",\"quantity\":%d}"
                .formatted(sku, location, quantity));
      }
    }
    for (int from = 0; from < lines.size(); from += MAX_LINES) {
      List<String> some = lines.subList(from, Math.min(lines.size(), from + MAX_LINES));
      api.must("/v1/receipts", "{\"lines\":[" + String.join(",", some) + "]}");
    }
  }

  /** The balance of a position. */
  public Balance balance(String sku, String location) throws IOException, InterruptedException {
    return Balance.of(api.get("/v1/positions/" + sku + "/" + location));
  }

  /** Ledger entries of a position after which more was reserved than on hand. */
  public long oversoldEntries(String sku, String location)
      throws IOException, InterruptedException {
    long[] count = new long[1];
    api.pages(
        "/v1/positions/" + sku + "/" + location + "/history",
        page ->
            page.forEach(entry -> {
              Balance after = Balance.of(entry);
              count[0] += after.reserved() > after.onHand() ? 1 : 0;
            }));
    return count[0];
  }

  /** Sum of what is reserved over all positions. */
  public long reservedInAll() throws IOException, InterruptedException {
    long[] sum = new long[1];
    api.pages(
        "/v1/positions",
        page -> page.forEach(position -> sum[0] += Balance.of(position).reserved()));
    return sum[0];
  }

  /**
   * A position's balance, in whole units.
   *
   * @param onHand physically there
   * @param reserved claimed
   * @param available promisable
   */
  public record Balance(long onHand, long reserved, long available) {
    static Balance of(JsonNode position) {
      return new Balance(
          position.path("onHand").asLong(),
          position.path("reserved").asLong(),
          position.path("availableToPromise").asLong());
    }
  }
}
