package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import dev.holdfast.server.runtime.scenario.BadInput.Victim;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever somebody sends: the right 4xx, in words that name what is wrong and how to mend it, and
 * not one stock position changes.
 */
@ExtendWith(RunningServer.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private Company company;
  private Victim victim;
  private RawHttp http;
  private String before;

  @BeforeAll
  void stock(RunningServer server) {
    company = Company.in(server);
    String sku = company.sku();
    String kilograms = company.sku("kg", 3);
    String shop = company.location();
    company.receive(sku, shop, "1000");
    company.receive(kilograms, shop, "1000");
    company.reserve(sku, shop, "1");
    victim = new Victim(company.admin().secret(), sku, kilograms, shop);
    http = new RawHttp(server.port());
    before = company.everything();
  }

  @AfterAll
  void nothingHasChanged() {
    assertThat(company.everything()).isEqualTo(before);
  }

  static Stream<BadInput> everything() {
    return Stream.of(BadBodies.all(), BadQuantities.all(), BadRequests.all()).flatMap(one -> one);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void isRefusedWithTheMend(BadInput input) {
    RawRequest request = input.request().apply(victim);
    Reply reply = http.send(request.bytes());

    assertThat(reply.problem()).as("%s", reply).isEqualTo(input.problem());
    assertThat(reply.status()).as("%s", reply).isEqualTo(input.status());
    assertThat(reply.field()).as("%s", reply).isEqualTo(input.field());
    String detail = reply.json().get("detail").asText();
    assertThat(detail).hasSizeGreaterThan(10).doesNotContain("Feature", "fasterxml", "Exception");
    Api.inspect(request.method(), request.target(), request.bodyText(), reply);
    assertThat(company.everything()).isEqualTo(before);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    String body = "{\"lines\":[{\"sku\":1,\"quantity\":\"x\",\"lot\":2}],\"ttlSeconds\":0,\"a\":1}";
    Reply reply = http.send(victim.reserve(body).bytes());

    assertThat(reply.json().get("errors").valueStream().map(one -> one.get("field").asText()))
        .containsExactlyInAnyOrder(
            "lines[0].sku",
            "lines[0].location",
            "lines[0].quantity",
            "lines[0].lot",
            "ttlSeconds",
            "a");
  }

  @Test
  void whatIsNotHttpEndsItsConnection() {
    assertThat(http.closesAfter(victim.get("/v1/skus/a b").bytes())).isTrue();
  }

  @Test
  void theSameRequestsUnspoiltAreAccepted(RunningServer server) {
    Company other = Company.in(server);
    String sku = other.sku();
    String shop = other.location();
    other.receive(sku, shop, "10");
    Victim lucky = new Victim(other.admin().secret(), sku, sku, shop);
    String body = lucky.reservation();
    String largest = body + " ".repeat(BadBodies.MAX_BODY - body.length());

    assertThat(http.send(lucky.reserve(body).bytes()).status()).isEqualTo(201);
    assertThat(http.send(lucky.reserve("\uFEFF" + body).bytes()).status()).isEqualTo(201);
    assertThat(http.send(lucky.reserve(body).inChunks().bytes()).status()).isEqualTo(201);
    assertThat(http.send(lucky.reserve(largest).bytes()).status()).isEqualTo(201);
    assertThat(http.send(lucky.reserve(largest).inChunks().bytes()).status()).isEqualTo(201);
    assertThat(http.send(lucky.get("/v1/skus?limit=500").bytes()).status()).isEqualTo(200);
  }
}
