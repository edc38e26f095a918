package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders that cannot be shipped: each says what stands in the way, and holds nothing. */
@ExtendWith(RunningServer.Shared.class)
class OrderObstacleTest {
  private Shipper shipper;

  @BeforeEach
  void shipper(RunningServer server) {
    shipper = new Shipper(server);
  }

  private JsonNode obstacle(Reply reply, String kind, String subject) {
    assertThat(reply.problem()).as(reply.body()).isEqualTo("cannot-be-shipped");
    JsonNode first = reply.json().at("/obstacles/0");
    assertThat(first.get("kind").asText()).as(reply.body()).isEqualTo(kind);
    assertThat(first.get("subject").asText()).as(reply.body()).isEqualTo(subject);
    assertThat(shipper.api().get("/v1/reservations?orders=true").json().get("items")).isEmpty();
    return first;
  }

  @Test
  void aClientWithoutTariffsIsToldSo() throws Exception {
    String sku = shipper.sku(1, 0);
    obstacle(shipper.place(sku, "1"), "setup", "tariffs");
    shipper.ready(shipper.setup(), false);
    obstacle(shipper.place(sku, "1"), "setup", "tariffs");
  }

  @Test
  void whatHasNoSizeOrFitsNoBoxIsNamed() throws Exception {
    shipper.ready();
    String plain = shipper.company().sku();
    shipper.company().receive(plain, shipper.west, "1");
    JsonNode unmeasured = obstacle(shipper.place(plain, "1"), "unmeasured", plain);
    assertThat(unmeasured.get("sentence").asText()).contains("PUT /v1/skus/" + plain);

    String pole = shipper.sku(1_500, 40, 40, 900);
    shipper.company().receive(pole, shipper.west, "1");
    Reply reply = shipper.place(pole, "1");
    assertThat(reply.problem()).isEqualTo("cannot-be-shipped");
    assertThat(reply.body()).contains(pole).contains("larger than every carton");
  }

  @Test
  void aPromiseThatNobodyCanKeepIsNamed() throws Exception {
    shipper.ready();
    String sku = shipper.sku(1, 0);
    Reply reply =
        shipper.api().post("/v1/orders", Shipper.order("\"promised\":\"2020-01-01\"", sku, "1"));
    assertThat(reply.problem()).as(reply.body()).isEqualTo("cannot-be-shipped");
    assertThat(reply.body()).contains("promised").contains("2020-01-01");
  }

  @Test
  void aPlaceThatNoTariffReachesIsNamed() throws Exception {
    shipper.ready();
    String sku = shipper.sku(1, 0);
    String abroad =
        "{"
            + Shipper.lines(sku, "1")
            + ",\"shipTo\":{\"postcode\":\"K1A 0B1\",\"country\":\"CA\"}}";
    Reply reply = shipper.api().post("/v1/orders", abroad);
    assertThat(reply.problem()).as(reply.body()).isEqualTo("cannot-be-shipped");
    assertThat(reply.body()).contains("ships within US only");
  }

  @Test
  void aRuleThatCannotBeKeptIsNamed() throws Exception {
    String sku = shipper.sku(1, 0);
    shipper.ready(
        shipper.setup().wishes(sku, 0, "food", "chemical").apart("food", "chemical", "carton"),
        true);
    Reply reply = shipper.place(sku, "1");
    assertThat(reply.problem()).as(reply.body()).isEqualTo("cannot-be-shipped");
    assertThat(reply.json().at("/obstacles/0/kind").asText()).isEqualTo("classes");
    assertThat(reply.body()).contains(sku);
  }

  @Test
  void badFieldsAreNamedByTheirPath() throws Exception {
    shipper.ready();
    String sku = shipper.sku(1, 0);
    String bad =
        "{" + Shipper.lines(sku, "0") + ",\"shipTo\":{\"postcode\":\"?\",\"country\":\"usa\"}}";
    assertThat(shipper.api().post("/v1/orders", bad).json().get("errors").findValuesAsText("field"))
        .contains("lines[0].quantity", "shipTo.postcode", "shipTo.country");
  }
}
