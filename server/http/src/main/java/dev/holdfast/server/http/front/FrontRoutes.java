package dev.holdfast.server.http.front;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.view.Freshness;
import dev.holdfast.application.view.StockView;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Routes;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Routes that need no key. */
public final class FrontRoutes {
  private static final byte[] WELCOME =
      """
      Holdfast: stock that never lies.

      The pages:     this address, in a browser
      The contract:  /v1/openapi.yaml
      The health:    /_health
      Every command needs a key:  Authorization: Bearer hf_...
      """
          .getBytes(StandardCharsets.UTF_8);

  private final CommandLanes lanes;
  private final StockView view;
  private final String version;
  private final byte[] contract;

  /**
   * @param version of the program, for people and reports
   */
  public FrontRoutes(CommandLanes lanes, StockView view, String version) {
    this.lanes = lanes;
    this.view = view;
    this.version = version;
    this.contract = read("openapi.yaml");
  }

  private static byte[] read(String resource) {
    try (InputStream in = Routes.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + resource);
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Says where to go from here, to programs: people are shown a page. */
  public void welcome(Exchange exchange) {
    exchange.send(200, "text/plain;charset=utf-8", WELCOME);
  }

  public void addTo(Routes routes) {
    routes.open(
        HttpMethod.GET,
        "/v1/openapi.yaml",
        exchange -> exchange.send(200, "application/yaml", contract));
    routes.open(
        HttpMethod.GET,
        "/_health",
        exchange -> exchange.json(lanes.isFull() ? 503 : 200, health()));
  }

  private ObjectNode health() {
    ObjectNode health = JsonNodeFactory.instance.objectNode();
    String commands = lanes.isStoreAway() ? "store-unavailable" : "ok";
    health.put("status", lanes.isFull() ? "overloaded" : commands);
    health.put("version", version);
    health.put("commandsWaiting", lanes.waiting());
    Freshness freshness = view.freshness();
    ObjectNode lookups = health.putObject("lookups");
    lookups.put("ready", freshness.ready());
    lookups.put("stale", freshness.stale());
    lookups.put("ageSeconds", BigDecimal.valueOf(freshness.age().toMillis(), 3));
    return health;
  }
}
