package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys and clients: who may make them, and what a key is worth once it is revoked. */
@ExtendWith(RunningServer.Shared.class)
class KeysTest {
  private RunningServer server;
  private Company company;

  @BeforeEach
  void company(RunningServer running) {
    server = running;
    company = Company.in(running);
  }

  @Test
  void aNewKeyWorksAtOnceAndIsListedWithoutItsSecret() {
    Reply issued = company.admin().post("/v1/keys", Bodies.key("clerk"));
    String secret = issued.json().get("secret").asText();

    assertThat(issued.status()).isEqualTo(201);
    assertThat(issued.header("Cache-Control")).contains("no-store");
    assertThat(new Api(server.url(), secret).get("/v1/skus").status()).isEqualTo(200);
    String listed = company.admin().get("/v1/keys").body();
    assertThat(listed).contains("a clerk").doesNotContain(secret).doesNotContain("hf_");
  }

  @Test
  void aRevokedKeyIsRefusedAtOnce() {
    Reply issued = company.admin().post("/v1/keys", Bodies.key("clerk"));
    Api clerk = new Api(server.url(), issued.json().get("secret").asText());
    assertThat(clerk.get("/v1/skus").status()).isEqualTo(200);
    String path = "/v1/keys/" + issued.json().get("id").asInt();

    assertThat(company.admin().delete(path).status()).isEqualTo(204);
    Reply refused = clerk.get("/v1/skus");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.problem()).isEqualTo("key-unknown");
    assertThat(refused.header("WWW-Authenticate")).contains("Bearer");
    assertThat(company.admin().delete(path).status()).isEqualTo(404);
    JsonNode listed = company.admin().get("/v1/keys").json().at("/items/1");
    assertThat(listed.has("revokedAt")).isTrue();
  }

  @Test
  void aRevokedKeyCannotRepeatWhatItDid() {
    String sku = company.sku();
    String shop = company.location();
    Reply issued = company.admin().post("/v1/keys", Bodies.key("clerk"));
    Api clerk = new Api(server.url(), issued.json().get("secret").asText());
    String body = Bodies.lines(sku, shop, "1");
    assertThat(clerk.post("/v1/receipts", body, "one").status()).isEqualTo(200);
    company.admin().delete("/v1/keys/" + issued.json().get("id").asInt());

    assertThat(clerk.post("/v1/receipts", body, "one").status()).isEqualTo(401);
    assertThat(company.position(sku, shop).get("onHand").asInt()).isEqualTo(1);
  }

  @Test
  void aKeyCannotLockItsOwnerOut() {
    JsonNode own = company.admin().get("/v1/keys").json().at("/items/0");
    Reply refused = company.admin().delete("/v1/keys/" + own.get("id").asInt());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("key-in-use");
    assertThat(company.admin().get("/v1/skus").status()).isEqualTo(200);
  }

  @Test
  void anAdminOfAClientIsNoOperator() {
    assertOperatorsOnly(company.admin().get("/v1/clients"));
    assertOperatorsOnly(company.admin().post("/v1/clients", Bodies.client("another")));
    assertOperatorsOnly(company.admin().get("/v1/keys?client=harbor"));
    assertOperatorsOnly(company.admin().post("/v1/keys", Bodies.key("admin", "harbor")));
    assertOperatorsOnly(company.admin().delete("/v1/keys/1?client=harbor"));
  }

  private static void assertOperatorsOnly(Reply reply) {
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.problem()).isEqualTo("operators-only");
  }

  @Test
  void anOperatorHelpsAClientThatLostItsKeys() {
    Api operator = Company.operator(server);
    String client = "?client=" + company.code();
    JsonNode lost = operator.get("/v1/keys" + client).json().at("/items/0");
    assertThat(operator.delete("/v1/keys/" + lost.get("id").asInt() + client).status())
        .isEqualTo(204);
    assertThat(company.admin().get("/v1/skus").status()).isEqualTo(401);

    Reply issued = operator.post("/v1/keys", Bodies.key("admin", company.code()));
    assertThat(issued.json().get("operator").asBoolean()).isFalse();
    Api found = new Api(server.url(), issued.json().get("secret").asText());
    assertThat(found.get("/v1/skus").status()).isEqualTo(200);
  }

  @Test
  void aClientCodeIsTakenOnce() {
    Reply taken = Company.operator(server).post("/v1/clients", Bodies.client(company.code()));

    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.problem()).isEqualTo("code-taken");
    assertThat(taken.field()).isEqualTo("code");
  }

  @Test
  void clientsThatDoNotExistAreNamedToOperators() {
    Reply nobody = Company.operator(server).get("/v1/keys?client=nobody");

    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.field()).isEqualTo("client");
  }
}
