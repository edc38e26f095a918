package dev.holdfast.server.http.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.operations.HotList;
import dev.holdfast.application.operations.Pulse;
import dev.holdfast.application.operations.Sample;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.access.Operators;
import io.vertx.core.http.HttpMethod;

/**
 * How this node fares, for operators: from memory, so that it is told also, and above all, while
 * the store is away.
 */
public final class OperationsRoutes {
  private final NodeFacts node;
  private final Pulse pulse;
  private final HotList hot;
  private final SampleStreams streams = new SampleStreams();

  public OperationsRoutes(NodeFacts node, Pulse pulse, HotList hot) {
    this.node = node;
    this.pulse = pulse;
    this.hot = hot;
    pulse.addListener(streams::tell);
  }

  public void addTo(Routes routes) {
    Permission may = Permission.ADMINISTER_KEYS;
    routes.memory(HttpMethod.GET, "/v1/operations", may, this::overview);
    routes.memory(HttpMethod.GET, "/v1/operations/stream", may, this::stream);
  }

  private void overview(Exchange exchange) {
    Operators.require(exchange);
    Sample latest = pulse.latest();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("asOf", OperationsJson.at(latest.at()));
    OperationsJson.node(node, json.putObject("node"));
    OperationsJson.sample(latest, json.putObject("now"));
    ArrayNode history = json.putArray("history");
    pulse.history().forEach(sample -> OperationsJson.sample(sample, history.addObject()));
    ArrayNode hottest = json.putArray("hot");
    hot.rows().forEach(row -> OperationsJson.hot(row, hottest.addObject()));
    exchange.json(200, json);
  }

  private void stream(Exchange exchange) {
    Operators.require(exchange);
    streams.open(exchange, pulse.latest());
  }
}
