package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks and thresholds are set up, seen, changed and removed. */
@ExtendWith(RunningServer.Shared.class)
class WebhookSetupTest {
  /** Opened by the operator of the shared server; nobody listens there. */
  private static final String ALLOWED = "{\"url\":\"http://127.0.0.2:1/hook\"}";

  private Company company;
  private Api api;

  @BeforeEach
  void company(RunningServer server) {
    company = Company.in(server);
    api = company.admin();
  }

  private static String detail(Reply reply) {
    return reply.json().get("detail").asText();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://10.1.2.3/",
        "https://192.168.0.10:8443/hook",
        "https://169.254.169.254/latest/meta-data/",
        "https://100.100.100.200/",
        "https://[::1]/",
        "https://[fd00:ec2::254]/latest",
        "https://[::ffff:169.254.169.254]/",
        "https://localhost/"
      })
  void whatIsNotPublicIsRefusedWithTheMend(String url) {
    Reply reply = api.post("/v1/webhooks", "{\"url\":\"" + url + "\"}");

    assertThat(reply.status()).as("%s", reply).isEqualTo(422);
    assertThat(reply.field()).isEqualTo("url");
    assertThat(detail(reply)).contains("not public").contains("webhook-allowed-networks");
    assertThat(api.get("/v1/webhooks").json().get("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                               | must begin with https://",
        "http://8.8.8.8/                  | must begin with https://",
        "file:///etc/passwd               | must begin with https://",
        "https://2130706433/              | four decimal numbers",
        "https://0177.0.0.1/              | four decimal numbers",
        "https://user:word@8.8.8.8/       | must not hold a user or password",
        "https://8.8.8.8/#there           | must not have a fragment",
        "https://8.8.8.8:99999/           | a port of 1 to 65535",
        "https://no such/                 | write it like https://example.com/holdfast",
        "https://nowhere.invalid/         | check nowhere.invalid in the DNS"
      })
  void whatIsNoAddressIsRefusedWithTheMend(String url, String mend) {
    Reply reply = api.post("/v1/webhooks", "{\"url\":\"" + url + "\"}");

    assertThat(reply.status()).as("%s", reply).isEqualTo(422);
    assertThat(reply.field()).isEqualTo("url");
    assertThat(detail(reply)).contains(mend);
  }

  @Test
  void aWebhookIsNotMovedToWhereItMayNotLead() {
    String path = "/v1/webhooks/" + api.post("/v1/webhooks", ALLOWED).json().get("id").asText();

    Reply moved = api.put(path, "{\"url\":\"https://169.254.169.254/\"}");

    assertThat(moved.field()).isEqualTo("url");
    assertThat(api.get(path).json().get("url").asText()).isEqualTo("http://127.0.0.2:1/hook");
  }

  @Test
  void whatIsUnheardOfIsRefused() {
    Reply field = api.post("/v1/webhooks", ALLOWED.replace("}", ",\"secret\":\"mine\"}"));
    assertThat(field.field()).isEqualTo("secret");
    assertThat(detail(field)).contains("the fields are url, eventTypes");
    Reply type = api.post("/v1/webhooks", ALLOWED.replace("}", ",\"eventTypes\":[\"stock\"]}"));
    assertThat(type.field()).isEqualTo("eventTypes[0]");
    assertThat(detail(type)).contains("dev.holdfast.stock.received");
    Reply nothing = api.post("/v1/webhooks", "{}");
    assertThat(nothing.field()).isEqualTo("url");
    assertThat(nothing.json().get("errors")).hasSize(1);
    assertThat(api.get("/v1/webhooks").json().get("items")).isEmpty();
  }

  @Test
  void aWebhookIsReplacedAndDeleted() {
    JsonNode made = api.post("/v1/webhooks", ALLOWED).json();
    String path = "/v1/webhooks/" + made.get("id").asText();
    assertThat(made.get("state").asText()).isEqualTo("active");
    assertThat(made.get("eventTypes")).isEmpty();
    assertThat(made.get("seesBalances").asBoolean()).isTrue();

    String body =
        "{\"url\":\"https://127.0.0.2/x?a=b\",\"state\":\"paused\","
            + "\"eventTypes\":[\"dev.holdfast.stock.low\"]}";
    JsonNode replaced = api.put(path, body).json();
    assertThat(api.get(path).json()).isEqualTo(replaced);
    assertThat(replaced.get("url").asText()).isEqualTo("https://127.0.0.2/x?a=b");
    assertThat(replaced.at("/eventTypes/0").asText()).isEqualTo("dev.holdfast.stock.low");
    assertThat(replaced.get("state").asText()).isEqualTo("paused");
    Reply partners = company.as("partner").put(path, body);
    assertThat(partners.json().get("seesBalances").asBoolean()).isFalse();
    assertThat(api.put(path, body.replace("paused", "off")).field()).isEqualTo("state");

    assertThat(api.delete(path).status()).isEqualTo(204);
    assertThat(api.delete(path).status()).isEqualTo(404);
    assertThat(api.get(path).status()).isEqualTo(404);
  }

  @Test
  void aClientHasAFewWebhooksInOrderOfCreation() {
    List<Integer> made = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      made.add(api.post("/v1/webhooks", ALLOWED).json().get("id").asInt());
    }

    Reply one = api.post("/v1/webhooks", ALLOWED);

    assertThat(one.problem()).isEqualTo("too-many-webhooks");
    assertThat(detail(one)).contains("at most 20").contains("Delete one");
    assertThat(api.get("/v1/webhooks").json().get("items").valueStream())
        .extracting(item -> item.get("id").asInt())
        .containsExactlyElementsOf(made);
  }

  @Test
  void thresholdsAreSetSeenAndRemoved() {
    String sku = company.sku("kg", 3);
    String shop = company.location();
    String path = "/v1/thresholds/" + sku + "/" + shop;
    assertThat(api.get(path).status()).isEqualTo(404);

    Reply set = company.as("planner").put(path, "{\"lowStock\":2.5}");

    assertThat(set.json().get("lowStock").decimalValue()).isEqualByComparingTo("2.5");
    assertThat(set.json().has("backInStock")).isFalse();
    assertThat(company.as("partner").get(path).json()).isEqualTo(set.json());
    JsonNode both = api.put(path, "{\"lowStock\":0,\"backInStock\":0.001}").json();
    assertThat(api.get("/v1/thresholds").json().get("items")).containsExactly(both);
    assertThat(api.delete(path).status()).isEqualTo(204);
    assertThat(detail(api.delete(path))).contains("GET /v1/thresholds");
    assertThat(api.get("/v1/thresholds").json().get("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                  | lowStock    | send one of them or both",
        "{\"lowStock\":-1}                   | lowStock    | must be 0 or more",
        "{\"lowStock\":1.5}                  | lowStock    | at most 0 decimals",
        "{\"lowStock\":\"1\"}                | lowStock    | a number without quotes",
        "{\"backInStock\":0}                 | backInStock | must be 1 or more",
        "{\"backInStock\":1e30}              | backInStock | not too large",
        "{\"lowStock\":1,\"low\":1}          | low         | the fields are lowStock"
      })
  void thresholdsThatMakeNoSenseAreRefused(String body, String field, String mend) {
    String sku = company.sku();
    String path = "/v1/thresholds/" + sku + "/" + company.location();

    Reply reply = api.put(path, body);

    assertThat(reply.status()).as("%s", reply).isEqualTo(422);
    assertThat(reply.field()).isEqualTo(field);
    assertThat(detail(reply)).contains(mend);
    assertThat(api.get(path).status()).isEqualTo(404);
  }

  @Test
  void thresholdsArePagedAndOfOneClient(RunningServer server) {
    String shop = company.location();
    List<String> skus = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      skus.add(company.sku());
      api.put("/v1/thresholds/" + skus.get(i) + "/" + shop, "{\"lowStock\":" + i + "}");
    }

    List<String> paged = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = api.get("/v1/thresholds?limit=1" + cursor).json();
      page.get("items").forEach(item -> paged.add(item.get("sku").asText()));
      cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!cursor.isEmpty());

    assertThat(paged).isEqualTo(skus);
    Api stranger = Company.in(server).admin();
    assertThat(stranger.get("/v1/thresholds").json().get("items")).isEmpty();
    String path = "/v1/thresholds/" + skus.getFirst() + "/" + shop;
    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(stranger.put(path, "{\"lowStock\":9}").status()).isEqualTo(404);
    assertThat(stranger.delete(path).status()).isEqualTo(404);
    assertThat(api.get("/v1/thresholds?cursor=!").problem()).isEqualTo("bad-cursor");
  }
}
