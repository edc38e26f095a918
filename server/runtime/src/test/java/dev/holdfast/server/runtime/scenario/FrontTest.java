package dev.holdfast.server.runtime.scenario;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.server.runtime.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody sees, what operators probe, and how the server speaks HTTP. */
@ExtendWith(RunningServer.Shared.class)
class FrontTest {
  private static HttpResponse<String> send(HttpClient.Version version, HttpRequest request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return send(HttpClient.Version.HTTP_1_1, HttpRequest.newBuilder(URI.create(url)).build());
  }

  @Test
  void theFrontPageLeadsToTheContract(RunningServer server) throws Exception {
    HttpResponse<String> front = get(server.url() + "/");
    assertThat(front.statusCode()).isEqualTo(200);
    assertThat(front.body()).contains("/v1/openapi.yaml").contains("/_health");

    HttpResponse<String> contract = get(server.url() + "/v1/openapi.yaml");
    assertThat(contract.statusCode()).isEqualTo(200);
    assertThat(contract.body()).startsWith("openapi: 3.1.0").contains("operationId: reserve");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/livez", "/readyz", "/startupz"})
  void probesAnswerOnAPortOfTheirOwn(String probe, RunningServer server) throws Exception {
    assertThat(get(server.managementUrl() + probe).statusCode()).isEqualTo(200);
    assertThat(get(server.url() + probe).statusCode()).isEqualTo(404);
  }

  @Test
  void metricsCountCommandsAndBatches(RunningServer server) throws Exception {
    Company company = Company.in(server);
    company.receive(company.sku(), company.location(), "1");

    String metrics = get(server.managementUrl() + "/metrics").body();
    assertThat(metrics)
        .contains("holdfast_commands_total{result=\"done\"}")
        .contains("holdfast_batch_seconds_count")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void http2WorksToo(RunningServer server) throws Exception {
    Company company = Company.in(server);
    String sku = company.sku();
    String shop = company.location();
    company.receive(sku, shop, "1");
    HttpRequest reserve =
        HttpRequest.newBuilder(URI.create(server.url() + "/v1/reservations"))
            .header("Authorization", "Bearer " + company.admin().secret())
            .header("Idempotency-Key", "over-http-2")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Bodies.lines(sku, shop, "1")))
            .build();

    HttpResponse<String> reserved = send(HttpClient.Version.HTTP_2, reserve);
    assertThat(reserved.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(reserved.statusCode()).isEqualTo(201);
    assertThat(company.position(sku, shop).get("reserved").asInt()).isEqualTo(1);
  }

  @Test
  void aLoadBalancerMayAskWithoutAHost(RunningServer server) {
    byte[] request = "GET /_health HTTP/1.0\r\n\r\n".getBytes(US_ASCII);
    assertThat(new RawHttp(server.port()).send(request).status()).isEqualTo(200);
  }
}
