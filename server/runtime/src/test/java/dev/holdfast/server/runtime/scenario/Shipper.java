package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.ShippingSetup;
import dev.holdfast.server.runtime.contract.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A company that ships from the west (Seattle) and the east (New York). */
final class Shipper {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final RunningServer server;
  private final Company company;
  private final AtomicInteger names = new AtomicInteger();
  final String west;
  final String east;

  Shipper(RunningServer server) {
    this.server = server;
    company = Company.in(server);
    west = company.location();
    east = company.location();
  }

  Company company() {
    return company;
  }

  Api api() {
    return company.admin();
  }

  /** The usual setup: two boxes, two places, three carriers. */
  ShippingSetup setup() {
    return new ShippingSetup().facility(west, "98108", 0).facility(east, "10001", 0);
  }

  Shipper ready() throws IOException {
    return ready(setup(), true);
  }

  Shipper ready(ShippingSetup setup, boolean tariffs) throws IOException {
    setup.of(server, company.code(), tariffs);
    return this;
  }

  /** A SKU of this size, in pieces. */
  String sku(int lengthMm, int widthMm, int heightMm, int weightG) {
    String code = "GOODS-" + names.incrementAndGet();
    String body =
        """
        {"code":"%s","name":"Thing","unit":"each","scale":0,"category":"test","lengthMm":%d,\
        "widthMm":%d,"heightMm":%d,"weightG":%d}\
        """
            .formatted(code, lengthMm, widthMm, heightMm, weightG);
    assertThat(api().post("/v1/skus", body).status()).isEqualTo(201);
    return code;
  }

  /** A small thing, so many of which are in the west and in the east, which plans know of. */
  String sku(int inTheWest, int inTheEast) {
    String sku = sku(100, 80, 60, 300);
    if (inTheWest > 0) {
      company.receive(sku, west, Integer.toString(inTheWest));
    }
    if (inTheEast > 0) {
      company.receive(sku, east, Integer.toString(inTheEast));
    }
    // Plans are made from memory, which hears of a receipt some milliseconds later.
    Poll.until(
        "what came in is in memory", SOON, () -> onHandInMemory(sku) == inTheWest + inTheEast);
    return sku;
  }

  private long onHandInMemory(String sku) {
    Reply lookup = api().get("/v1/availability/" + sku);
    long sum = 0;
    if (lookup.status() == 200) {
      for (JsonNode location : lookup.json().get("locations")) {
        sum += location.get("onHand").asLong();
      }
    }
    return sum;
  }

  /** The body of an order to a home in Seattle. */
  static String order(String more, String... skuAndQuantity) {
    return "{"
        + lines(skuAndQuantity)
        + ",\"shipTo\":{\"postcode\":\"98101\",\"country\":\"US\"}"
        + (more.isEmpty() ? "" : "," + more)
        + "}";
  }

  static String lines(String... skuAndQuantity) {
    StringBuilder lines = new StringBuilder("\"lines\":[");
    for (int i = 0; i < skuAndQuantity.length; i += 2) {
      lines.append(i == 0 ? "" : ",");
      lines.append(
          "{\"sku\":\"%s\",\"quantity\":%s}".formatted(skuAndQuantity[i], skuAndQuantity[i + 1]));
    }
    return lines.append(']').toString();
  }

  Reply place(String... skuAndQuantity) {
    return api().post("/v1/orders", order("", skuAndQuantity));
  }

  /** An order that is placed. */
  JsonNode placed(String... skuAndQuantity) {
    Reply reply = place(skuAndQuantity);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.json();
  }

  Reply change(JsonNode order, String how, String body) {
    return api().post("/v1/orders/" + order.get("id").asText() + "/" + how, body);
  }

  JsonNode order(JsonNode order) {
    Reply found = api().get("/v1/orders/" + order.get("id").asText());
    assertThat(found.status()).isEqualTo(200);
    return found.json();
  }

  int available(String sku, String location) {
    return company.available(sku, location).intValue();
  }
}
