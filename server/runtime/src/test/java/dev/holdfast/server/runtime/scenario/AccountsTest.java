package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts: who may make and change them, and what nobody may do to their own. */
@ExtendWith(RunningServer.Shared.class)
class AccountsTest {
  private static final String PASSWORD = "a long enough one";

  private RunningServer server;
  private Company company;

  @BeforeEach
  void company(RunningServer running) {
    server = running;
    company = Company.in(running);
  }

  private static String newEmail() {
    return UUID.randomUUID() + "@example.com";
  }

  private int newAccount(String email, String role) {
    Reply made = company.admin().post("/v1/accounts", Bodies.account(email, role, PASSWORD));
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    return made.json().get("id").asInt();
  }

  @Test
  void aPasswordThatWasMadeUpIsShownOnceAndLetsIn() {
    String email = newEmail();
    String body = "{\"email\":\"%s\",\"name\":\"Ann\",\"role\":\"planner\"}".formatted(email);
    Reply made = company.admin().post("/v1/accounts", body);
    String password = made.json().get("password").asText();

    assertThat(made.header("Cache-Control")).contains("no-store");
    assertThat(company.admin().get("/v1/accounts").body()).contains(email).doesNotContain(password);
    assertThat(new Browser(server.url()).signIn(email, password).status()).isEqualTo(200);
    assertThat(company.admin().get("/v1/accounts").json().at("/items/0").has("lastSignInAt"))
        .isTrue();
  }

  @Test
  void theFirstAdminIsAnOperatorWithAPassword() throws Exception {
    Browser admin = new Browser(server.url()).signedIn("admin@localhost", server.firstPassword());

    assertThat(admin.get("/v1/session").json().at("/account/operator").asBoolean()).isTrue();
    assertThat(admin.get("/v1/clients").status()).isEqualTo(200);
    assertThat(admin.get("/v1/accounts?client=" + company.code()).status()).isEqualTo(200);
  }

  @Test
  void anEmailAddressIsTakenOnceInTheWholeInstallation() {
    String email = newEmail();
    newAccount(email, "clerk");

    Reply taken =
        Company.in(server).admin().post("/v1/accounts", Bodies.account(email, "clerk", PASSWORD));

    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.problem()).isEqualTo("email-taken");
    assertThat(taken.field()).isEqualTo("email");
  }

  @Test
  void nobodyLocksThemselvesOut() {
    String email = newEmail();
    String own = "/v1/accounts/" + newAccount(email, "admin");
    Browser admin = new Browser(server.url()).signedIn(email, PASSWORD);

    for (String change :
        new String[] {
          "{\"disabled\":true}", "{\"role\":\"reader\"}", "{\"password\":\"yet a longer one\"}"
        }) {
      Reply refused = admin.patch(own, change);
      assertThat(refused.status()).as(change).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("own-account");
    }
    assertThat(admin.patch(own, "{\"name\":\"Ann Lee\"}").status()).isEqualTo(200);
    assertThat(admin.get("/v1/session").json().at("/account/name").asText()).isEqualTo("Ann Lee");
  }

  @Test
  void anotherClientsAccountsAreNeitherSeenNorChanged() {
    String email = newEmail();
    int theirs = newAccount(email, "clerk");
    Company other = Company.in(server);
    String otherEmail = newEmail();
    other.admin().post("/v1/accounts", Bodies.account(otherEmail, "admin", PASSWORD));
    Browser stranger = new Browser(server.url()).signedIn(otherEmail, PASSWORD);
    String sku = company.sku();
    company.receive(sku, company.location(), "5");

    assertThat(stranger.get("/v1/accounts").body()).doesNotContain(email);
    assertThat(stranger.patch("/v1/accounts/" + theirs, "{\"disabled\":true}").status())
        .isEqualTo(404);
    assertThat(stranger.get("/v1/accounts?client=" + company.code()).problem())
        .isEqualTo("operators-only");
    assertThat(stranger.get("/v1/skus/" + sku).status()).isEqualTo(404);
    assertThat(stranger.get("/v1/positions").json().get("items")).isEmpty();
    assertThat(stranger.get("/v1/availability/" + sku).status()).isEqualTo(404);
  }

  @Test
  void anOrdinaryAdminCannotBecomeTheOperator() throws Exception {
    Api operator = Company.operator(server);
    JsonNode first = operator.get("/v1/accounts?client=harbor").json().at("/items/0");
    assertThat(first.get("operator").asBoolean()).isTrue();
    Reply key = operator.post("/v1/keys", Bodies.key("admin", "harbor"));
    Api admin = new Api(server.url(), key.json().get("secret").asText());

    Reply refused =
        admin.patch(
            "/v1/accounts/" + first.get("id").asInt(), "{\"password\":\"yet a longer one\"}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem()).isEqualTo("operators-only");
    assertThat(new Browser(server.url()).signIn("admin@localhost", server.firstPassword()).status())
        .isEqualTo(200);
  }

  @Test
  void theKeyOfAnAccountIsNotAmongTheKeys() {
    String keys = company.admin().get("/v1/keys").body();
    newAccount(newEmail(), "clerk");

    assertThat(company.admin().get("/v1/keys").body()).isEqualTo(keys);
  }
}
