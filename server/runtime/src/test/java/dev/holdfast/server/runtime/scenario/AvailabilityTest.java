package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was committed can be looked up a moment later, without the store. */
@ExtendWith(RunningServer.Shared.class)
class AvailabilityTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private Company company;
  private String sku;
  private String shop;
  private String path;

  @BeforeEach
  void stock(RunningServer server) {
    company = Company.in(server);
    sku = company.sku();
    shop = company.location();
    path = "/v1/availability/" + sku;
    company.receive(sku, shop, "10");
    awaitPromise("10");
  }

  private void awaitPromise(String quantity) {
    Poll.until(
        "the view has " + quantity,
        SOON,
        () -> {
          Reply reply = company.admin().get(path);
          return reply.status() == 200
              && new BigDecimal(quantity)
                      .compareTo(reply.json().at("/locations/0/availableToPromise").decimalValue())
                  == 0;
        });
  }

  @Test
  void aReservationIsSeenWithTheVersionThatItMade() {
    company.reserve(sku, shop, "3");
    awaitPromise("7");

    JsonNode seen = company.admin().get(path).json().at("/locations/0");
    JsonNode position = company.position(sku, shop);
    for (String field : new String[] {"onHand", "reserved", "safetyStock", "version"}) {
      assertThat(seen.get(field)).as(field).isEqualTo(position.get(field));
    }
    assertThat(company.as("reader").get(path).json().at("/locations/0").has("onHand")).isFalse();
  }

  @Test
  void aLookupSaysWhatHasNotChanged() {
    String etag = company.admin().get(path).header("ETag").orElseThrow();

    Reply same = company.admin().send("GET", path, "", Map.of("If-None-Match", etag));

    assertThat(same.status()).isEqualTo(304);
    company.receive(sku, shop, "1");
    awaitPromise("11");
    assertThat(company.admin().send("GET", path, "", Map.of("If-None-Match", etag)).status())
        .isEqualTo(200);
  }

  @Test
  void aCartIsLookedUpAtOnce() {
    Reply reply =
        company
            .as("partner")
            .post(
                "/v1/availability/query",
                "{\"skus\":[\"%s\",\"NOTHING\"],\"location\":\"%s\"}".formatted(sku, shop));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/items/0/locations/0/location").asText()).isEqualTo(shop);
    assertThat(reply.json().at("/unknown/0").asText()).isEqualTo("NOTHING");
  }

  @Test
  void nothingOfAnotherCompanyIsSeen(RunningServer server) {
    Api stranger = Company.in(server).admin();

    assertThat(stranger.get(path).status()).isEqualTo(404);
    Reply query = stranger.post("/v1/availability/query", "{\"skus\":[\"" + sku + "\"]}");
    assertThat(query.json().at("/items")).isEmpty();
    assertThat(query.json().at("/unknown/0").asText()).isEqualTo(sku);
  }
}
