package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SKUs that are looked for by people and scanners. */
@ExtendWith(RunningServer.Shared.class)
class SearchTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String EAN = "4006381333931";

  private Company company;
  private Company other;

  @BeforeEach
  void companies(RunningServer server) {
    company = Company.in(server);
    other = Company.in(server);
  }

  private static void create(Company owner, String code, String name) {
    String body =
        """
        {"code":"%s","name":"%s","barcodes":["%s"],"unit":"each","scale":0,"category":"food"}\
        """
            .formatted(code, name, EAN);
    assertThat(owner.admin().post("/v1/skus", body).status()).isEqualTo(201);
  }

  private static Reply search(Api api, String query) {
    Reply reply = api.get("/v1/search?q=" + query);
    assertThat(reply.status()).isEqualTo(200);
    return reply;
  }

  private static void untilFound(Company owner, String query, String code) {
    Poll.until(
        query + " finds " + code,
        SOON,
        () -> search(owner.admin(), query).json().at("/items/0/sku").asText().equals(code));
  }

  @Test
  void aNewSkuIsSoonFoundHoweverItIsAskedFor() {
    create(company, "OIL-1", "Crème d'olive 1 L");

    for (String query : new String[] {EAN, "oil-1", "OIL1", "creme", "crme", "1l%20creme", "dol"}) {
      untilFound(company, query, "OIL-1");
    }
  }

  @Test
  void theSameBarcodeOfAnotherClientIsNotFound() {
    create(company, "OURS", "Ours");
    create(other, "THEIRS", "Theirs");
    untilFound(company, EAN, "OURS");
    untilFound(other, EAN, "THEIRS");

    assertThat(search(company.admin(), EAN).json().at("/items")).hasSize(1);
    assertThat(search(company.admin(), "theirs").json().toString()).doesNotContain("THEIRS");
  }

  @Test
  void stockIsInTheSameAnswer() {
    create(company, "MLK", "Milk");
    String here = company.location();
    String there = company.location();
    company.receive("MLK", here, "12");
    company.receive("MLK", there, "3");
    Poll.until(
        "all 15 are seen",
        SOON,
        () ->
            search(company.admin(), "milk")
                .json()
                .at("/items/0/availability/availableToPromise")
                .asText()
                .equals("15"));

    JsonNode everywhere = search(company.admin(), "milk").json().at("/items/0/availability");
    assertThat(everywhere.get("locations").asInt()).isEqualTo(2);
    JsonNode mine =
        search(company.as("clerk"), "milk&location=" + here).json().at("/items/0/availability");
    assertThat(mine.get("onHand").asInt()).isEqualTo(12);
    assertThat(mine.get("version").asInt()).isEqualTo(1);
    JsonNode readers =
        search(company.as("reader"), "milk&location=" + here).json().at("/items/0/availability");
    assertThat(readers.get("availableToPromise").asInt()).isEqualTo(12);
    assertThat(readers.has("onHand")).isFalse();
  }

  @Test
  void aBrokenQuestionSaysWhatToMend() {
    Reply reply = company.admin().get("/v1/search");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().get("field").asText()).isEqualTo("q");
  }
}
