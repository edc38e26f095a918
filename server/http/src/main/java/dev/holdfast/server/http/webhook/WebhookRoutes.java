package dev.holdfast.server.http.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.webhook.AddressGuard;
import dev.holdfast.application.webhook.Courier;
import dev.holdfast.application.webhook.Signature;
import dev.holdfast.application.webhook.WebhookTrial;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.WebhookStore;
import dev.holdfast.storage.api.WebhookStore.ParkedAt;
import dev.holdfast.storage.api.WebhookStore.ParkedRow;
import dev.holdfast.storage.api.WebhookStore.WebhookRow;
import dev.holdfast.storage.api.WebhookStore.WebhookTerms;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;

/** Webhooks of the caller's client: what there is, and what waits for a person. */
public final class WebhookRoutes {
  /** How long the secret before still signs: time to change it everywhere. */
  static final Duration OLD_SECRET = Duration.ofHours(24);

  private static final String ONE = "/v1/webhooks/:id";

  private final WebhookStore store;
  private final WebhookTrial trial;
  private final WebhookBody body;
  private final ParkedBody parkedBody;

  public WebhookRoutes(
      WebhookStore store, AddressGuard guard, WebhookTrial trial, CatalogueDirectory directory) {
    this.store = store;
    this.trial = trial;
    this.body = new WebhookBody(guard);
    this.parkedBody = new ParkedBody(new Positions(directory));
  }

  public void addTo(Routes routes) {
    Permission may = Permission.MANAGE_WEBHOOKS;
    routes.blocking(HttpMethod.GET, "/v1/webhooks", may, this::list);
    routes.blocking(HttpMethod.POST, "/v1/webhooks", may, this::create);
    // Before the route of one: a number is never "parked".
    routes.blocking(HttpMethod.GET, "/v1/webhooks/parked", may, this::allParked);
    routes.blocking(HttpMethod.GET, ONE, may, this::get);
    routes.blocking(HttpMethod.PUT, ONE, may, this::replace);
    routes.blocking(HttpMethod.DELETE, ONE, may, this::delete);
    routes.blocking(HttpMethod.POST, ONE + "/secret", may, this::rotate);
    routes.blocking(HttpMethod.POST, ONE + "/test", may, this::test);
    routes.blocking(HttpMethod.GET, ONE + "/parked", may, this::parked);
    routes.blocking(HttpMethod.POST, ONE + "/replay", may, this::replay);
    routes.blocking(HttpMethod.POST, ONE + "/skip", may, this::skip);
  }

  private void list(Exchange exchange) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    store.webhooks(client(exchange)).forEach(row -> items.add(WebhookJson.webhook(row)));
    exchange.json(200, json);
  }

  private void create(Exchange exchange) {
    WebhookTerms terms = body.read(exchange, false).terms();
    String secret = Signature.newSecret();
    WebhookRow made =
        store.create(client(exchange), terms, secret).orElseThrow(WebhookRoutes::tooMany);
    exchange.request().response().putHeader("Cache-Control", "no-store");
    exchange.json(201, WebhookJson.webhook(made).put("secret", secret));
  }

  private static ApiException tooMany() {
    return new ApiException(
        Problem.of(
            409,
            "too-many-webhooks",
            "There are enough webhooks",
            "A client has at most "
                + WebhookStore.MAX_WEBHOOKS
                + " webhooks. Delete one that is not used any more, or let one receiver pass the"
                + " events on."));
  }

  private void get(Exchange exchange) {
    exchange.json(200, WebhookJson.webhook(existing(exchange)));
  }

  private void replace(Exchange exchange) {
    WebhookBody.Wanted wanted = body.read(exchange, true);
    WebhookRow changed =
        store
            .replace(client(exchange), id(exchange), wanted.terms(), wanted.active())
            .orElseThrow(WebhookRoutes::noSuchWebhook);
    exchange.json(200, WebhookJson.webhook(changed));
  }

  private void delete(Exchange exchange) {
    if (!store.delete(client(exchange), id(exchange))) {
      throw noSuchWebhook();
    }
    exchange.empty(204);
  }

  private void rotate(Exchange exchange) {
    ParkedBody.requireNothing(exchange);
    String secret = Signature.newSecret();
    Instant until =
        store
            .rotate(client(exchange), id(exchange), secret, OLD_SECRET)
            .orElseThrow(WebhookRoutes::noSuchWebhook);
    exchange.request().response().putHeader("Cache-Control", "no-store");
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    exchange.json(200, json.put("secret", secret).put("previousValidUntil", until.toString()));
  }

  private void test(Exchange exchange) {
    ParkedBody.requireNothing(exchange);
    Courier.Answer answer =
        trial.run(client(exchange), id(exchange)).orElseThrow(WebhookRoutes::noSuchWebhook);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (answer) {
      case Courier.Answer.Taken taken -> json.put("taken", true).put("status", taken.status());
      case Courier.Answer.Failed failed -> json.put("taken", false).put("reason", failed.reason());
    }
    exchange.json(200, json);
  }

  private void parked(Exchange exchange) {
    WebhookRow webhook = existing(exchange);
    Page<ParkedRow> page =
        store.parked(client(exchange), webhook.id(), exchange.query("cursor"), exchange.limit());
    exchange.json(200, WebhookJson.page(page, WebhookJson::parked));
  }

  private void allParked(Exchange exchange) {
    Page<ParkedAt> page =
        store.parked(client(exchange), exchange.query("cursor"), exchange.limit());
    exchange.json(200, WebhookJson.page(page, WebhookJson::parkedAt));
  }

  private void replay(Exchange exchange) {
    WebhookRow webhook = existing(exchange);
    int replayed = store.replay(client(exchange), webhook.id(), parkedBody.readOptional(exchange));
    exchange.json(200, JsonNodeFactory.instance.objectNode().put("replayed", replayed));
  }

  private void skip(Exchange exchange) {
    WebhookRow webhook = existing(exchange);
    long skipped =
        store
            .skip(client(exchange), webhook.id(), parkedBody.read(exchange))
            .orElseThrow(() ->
                new ApiException(
                    Problem.notFound(
                        "This position is not parked; GET /v1/webhooks/{id}/parked lists those"
                            + " that are")));
    exchange.json(200, JsonNodeFactory.instance.objectNode().put("skipped", skipped));
  }

  private WebhookRow existing(Exchange exchange) {
    return store.webhook(client(exchange), id(exchange)).orElseThrow(WebhookRoutes::noSuchWebhook);
  }

  private static ClientId client(Exchange exchange) {
    return exchange.principal().client();
  }

  private static int id(Exchange exchange) {
    try {
      return Integer.parseInt(exchange.path("id"));
    } catch (NumberFormatException notANumber) {
      throw noSuchWebhook();
    }
  }

  private static ApiException noSuchWebhook() {
    return new ApiException(
        Problem.notFound("There is no such webhook; GET /v1/webhooks lists them"));
  }
}
