package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What cannot work is refused by name when it is set up, not when an order comes. */
@ExtendWith(RunningServer.Shared.class)
class FulfilmentSetupTest {
  private static final String ROOT = "/v1/fulfilment/";

  private Company company;
  private Api api;
  private String sku;
  private String place;

  @BeforeEach
  void newCompany(RunningServer server) {
    company = Company.in(server);
    api = company.admin();
    sku = company.sku();
    place = company.location();
  }

  private static ObjectNode example(String operation) {
    return (ObjectNode) Api.CONTRACT.operation(operation).exampleBodies().getFirst().deepCopy();
  }

  private Reply put(String what, JsonNode body) {
    return api.put(ROOT + what, body.toString());
  }

  private static String fault(Reply reply) {
    assertThat(reply.status()).as("%s", reply).isEqualTo(422);
    return reply.json().get("detail").asText();
  }

  private ObjectNode layout(int position) {
    ObjectNode layout = example("setLayout");
    ((ObjectNode) layout.at("/slots/0")).put("sku", sku).put("aisle", 3).put("position", position);
    return layout;
  }

  @Test
  void aSlotBehindWallsIsNamed() {
    ObjectNode layout = layout(4);
    ((ObjectNode) layout.at("/walls/0")).put("beforePosition", 3);
    layout.withArray("walls").addObject().put("aisle", 3).put("block", 0).put("beforePosition", 6);

    assertThat(fault(put("layouts/" + place, layout)))
        .contains("slots[0]", "aisle 3", "cannot be reached");
    assertThat(api.get(ROOT + "layouts/" + place).status()).isEqualTo(404);
    assertThat(put("layouts/" + place, layout(4)).status()).isEqualTo(200);
    assertThat(api.get(ROOT + "layouts/" + place).json().at("/slots/0/sku").asText())
        .isEqualTo(sku);
  }

  @Test
  void aCartonThatIsLargerInsideIsNamed() {
    ObjectNode carton = example("setCarton");
    ((ObjectNode) carton.get("inner")).put("heightMm", 999);

    assertThat(fault(put("cartons/M1", carton))).contains("inner.heightMm", "exchange the two");
  }

  @Test
  void aRuleThatMakesASkuImpossibleIsNamed() {
    ObjectNode wishes = example("setWishes");
    wishes.withArray("classes").removeAll().add("food").add("chemical");
    assertThat(put("wishes/" + sku, wishes).status()).isEqualTo(200);

    assertThat(fault(put("rules", example("setClassRules"))))
        .contains("rules[0]", sku, "could never be shipped");
    assertThat(api.get(ROOT + "rules").json().get("rules")).isEmpty();
    assertThat(api.delete(ROOT + "wishes/" + sku).status()).isEqualTo(204);
    assertThat(put("rules", example("setClassRules")).status()).isEqualTo(200);
  }

  @Test
  void tariffsAreTakenTogetherOrNotAtAll() {
    ObjectNode tariffs = example("setTariffs");
    Reply dry = api.put(ROOT + "tariffs?dry_run=true", tariffs.toString());
    assertThat(dry.json().get("services")).hasSize(1);
    assertThat(api.get(ROOT + "tariffs").json().get("services")).isEmpty();

    ObjectNode bad = example("setTariffs");
    ((ObjectNode) bad.get("sheets")).put("bands", "carrier,zone,over_g,price\nTern,near,0,6;50\n");
    Reply refused = put("tariffs", bad);
    assertThat(refused.problem()).isEqualTo("bad-rows");
    assertThat(refused.json().at("/badRows/0").toString())
        .contains("\"sheet\":\"bands\",\"line\":2,\"column\":\"price\"");
    assertThat(api.get(ROOT + "tariffs").json().get("services")).isEmpty();

    assertThat(put("tariffs", tariffs).status()).isEqualTo(200);
    assertThat(api.get(ROOT + "tariffs/bands").body())
        .isEqualTo(tariffs.at("/sheets/bands").asText());
  }

  @Test
  void quotesSayWhatAServiceAsksOrWhyNot() {
    ObjectNode question = example("quoteParcels").put("location", place);
    question.putNull("promised");
    put("facilities/" + place, example("setFacility"));
    Reply early = api.post(ROOT + "quotes", question.toString());
    assertThat(early.problem()).isEqualTo("no-tariff");
    ObjectNode tariffs = example("setTariffs");
    put("tariffs", tariffs);

    JsonNode quoted = api.post(ROOT + "quotes", question.toString()).json().at("/services/0");
    // 4,200 g, by volume 26,691,000 mm3 without a divisor do not count: 6.50 + 4 x 1.20, to a home.
    assertThat(quoted.get("totalMinor").asLong()).isEqualTo(650 + 4 * 120 + 425);
    assertThat(quoted.get("cheapest").asBoolean()).isTrue();
    assertThat(quoted.get("steps")).isNotEmpty();

    ((ObjectNode) tariffs.get("sheets"))
        .put("bands", "carrier,zone,over_g,up_to_g,price\nTern,near,0,1000,6.50\n");
    assertThat(put("tariffs", tariffs).status()).isEqualTo(200);
    JsonNode hole = api.post(ROOT + "quotes", question.toString()).json().at("/services/0");
    assertThat(hole.get("totalMinor").isNull()).isTrue();
    assertThat(hole.get("reason").asText()).contains("4500 g");
  }

  @Test
  void oneClientsSettingsAreNotAnothers(RunningServer server) {
    put("cartons/M1", example("setCarton"));
    put("facilities/" + place, example("setFacility"));

    Api other = Company.in(server).admin();
    assertThat(other.get(ROOT + "cartons").json().get("items")).isEmpty();
    assertThat(other.get(ROOT + "facilities/" + place).status()).isEqualTo(404);
    assertThat(other.delete(ROOT + "cartons/M1").status()).isEqualTo(404);
    assertThat(api.get(ROOT + "cartons").json().get("items")).hasSize(1);
  }
}
