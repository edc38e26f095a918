package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People sign in, work under their role and name, and are out when they shall be. */
@ExtendWith(RunningServer.Shared.class)
class SignInTest {
  private static final String PASSWORD = "a long enough one";

  private RunningServer server;
  private Company company;
  private String email;
  private String account;

  @BeforeEach
  void aClerk(RunningServer running) {
    server = running;
    company = Company.in(running);
    email = UUID.randomUUID() + "@example.com";
    account = newAccount(email, "clerk");
  }

  private String newAccount(String of, String role) {
    Reply made = company.admin().post("/v1/accounts", Bodies.account(of, role, PASSWORD));
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    assertThat(made.json().has("password")).isFalse();
    return "/v1/accounts/" + made.json().get("id").asInt();
  }

  private Browser browser() {
    return new Browser(server.url());
  }

  private Browser clerk() {
    return browser().signedIn(email, PASSWORD);
  }

  @Test
  void whoSignsInMayDoWhatTheRoleSaysAndIsNamedInTheHistory() {
    Browser clerk = browser();
    Reply in = clerk.signIn(email.toUpperCase(Locale.ROOT), PASSWORD);

    assertThat(in.status()).isEqualTo(200);
    JsonNode who = in.json().get("account");
    assertThat(who.get("email").asText()).isEqualTo(email);
    assertThat(who.get("client").asText()).isEqualTo(company.code());
    assertThat(who.get("permissions").toString()).contains("handle-stock").doesNotContain("bulk");
    assertThat(in.header("Set-Cookie").orElseThrow()).doesNotContain("Secure");
    String sku = company.sku();
    String shop = company.location();
    assertThat(clerk.post("/v1/receipts", Bodies.lines(sku, shop, "5")).status()).isEqualTo(200);
    assertThat(clerk.get("/v1/positions/" + sku + "/" + shop + "/history").body())
        .contains("a clerk");
    Reply refused = clerk.get("/v1/keys");
    assertThat(refused.problem()).isEqualTo("not-allowed");
  }

  @Test
  void nobodyIsSignedInWithoutACookieOrWithAMadeUpOne() {
    Reply nobody = browser().get("/v1/session");
    assertThat(nobody.json().get("signedIn").asBoolean()).isFalse();
    assertThat(nobody.json().has("account")).isFalse();
    assertThat(nobody.json().get("shop").isNull()).isTrue();

    assertThat(browser().get("/v1/skus").problem()).isEqualTo("key-missing");
    assertThat(clerk().get("/v1/session").json().get("signedIn").asBoolean()).isTrue();
  }

  @Test
  void wrongPasswordsAndUnknownPeopleAreAnsweredAlike() {
    Reply wrong = browser().signIn(email, "another long one");
    Reply unknown = browser().signIn("nobody-" + email, PASSWORD);

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.problem()).isEqualTo("sign-in-failed");
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(wrong.header("Set-Cookie")).isEmpty();
  }

  @Test
  void guessesAreThrottledAlsoForTheRightPassword() {
    for (int i = 0; i < 5; i++) {
      assertThat(browser().signIn(email, "guess number " + i).status()).isEqualTo(401);
    }

    Reply throttled = browser().signIn(email, PASSWORD);
    assertThat(throttled.status()).isEqualTo(429);
    assertThat(throttled.problem()).isEqualTo("sign-in-throttled");
    assertThat(Integer.parseInt(throttled.header("Retry-After").orElseThrow()))
        .isBetween(60, 15 * 60 + 15);
  }

  @Test
  void guessesFromOnePlaceAreThrottledWhoeverTheyAreFor() {
    Browser guesser = browser();
    for (int i = 0; i < 20; i++) {
      assertThat(guesser.signIn(i + email, PASSWORD).status()).isEqualTo(401);
    }

    assertThat(guesser.signIn(email, PASSWORD).status()).isEqualTo(429);
    assertThat(browser().signIn(email, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void signingOutIsFeltAtOnce() {
    Browser clerk = clerk();
    Browser same = clerk.at(server.url());
    assertThat(same.get("/v1/skus").status()).isEqualTo(200);

    assertThat(clerk.delete("/v1/session").status()).isEqualTo(204);

    assertThat(clerk.cookies()).isEmpty();
    assertThat(same.get("/v1/skus").problem()).isEqualTo("session-over");
    assertThat(same.get("/v1/session").json().get("signedIn").asBoolean()).isFalse();
    assertThat(browser().delete("/v1/session").status()).isEqualTo(204);
  }

  @Test
  void otherSitesCannotUseTheCookie() {
    String sku = company.sku();
    String shop = company.location();
    Browser clerk = clerk();
    clerk.fromAnotherSite();

    Reply refused = clerk.post("/v1/receipts", Bodies.lines(sku, shop, "5"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem()).isEqualTo("cross-site");
    assertThat(clerk.post("/v1/availability/query", "{\"skus\":[\"" + sku + "\"]}").problem())
        .isEqualTo("cross-site");
    assertThat(clerk.delete("/v1/session").problem()).isEqualTo("cross-site");
    assertThat(clerk.signIn(email, PASSWORD).problem()).isEqualTo("cross-site");
    assertThat(clerk.get("/v1/skus").status()).isEqualTo(200);
  }

  @Test
  void aDisabledAccountIsOutAtOnce() {
    Browser clerk = clerk();
    assertThat(clerk.get("/v1/skus").status()).isEqualTo(200);

    Reply disabled = company.admin().patch(account, "{\"disabled\":true}");
    assertThat(disabled.json().get("disabled").asBoolean()).isTrue();

    assertThat(clerk.get("/v1/skus").problem()).isEqualTo("session-over");
    assertThat(browser().signIn(email, PASSWORD).problem()).isEqualTo("sign-in-failed");

    company.admin().patch(account, "{\"disabled\":false}");
    assertThat(clerk.get("/v1/skus").status()).isEqualTo(401);
    assertThat(clerk().get("/v1/skus").status()).isEqualTo(200);
  }

  @Test
  void aNewRoleIsFeltAtOnce() {
    Browser clerk = clerk();
    assertThat(clerk.get("/v1/positions").status()).isEqualTo(200);

    company.admin().patch(account, "{\"role\":\"reader\"}");

    assertThat(clerk.get("/v1/positions").problem()).isEqualTo("not-allowed");
  }

  @Test
  void whoChangesThePasswordStaysAndTheOtherSessionsEnd() {
    Browser here = clerk();
    Browser there = clerk();
    String next = "{\"current\":\"%s\",\"new\":\"yet a longer one\"}";

    Reply wrong = here.post("/v1/session/password", next.formatted("not my password"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.field()).isEqualTo("current");
    assertThat(here.post("/v1/session/password", next.formatted(PASSWORD)).status()).isEqualTo(204);

    assertThat(here.get("/v1/skus").status()).isEqualTo(200);
    assertThat(there.get("/v1/skus").problem()).isEqualTo("session-over");
    assertThat(browser().signIn(email, PASSWORD).status()).isEqualTo(401);
    assertThat(browser().signIn(email, "yet a longer one").status()).isEqualTo(200);
    assertThat(company.admin().post("/v1/session/password", next.formatted(PASSWORD)).problem())
        .isEqualTo("no-account");
  }

  @Test
  void aSessionIsOverAfterItsTime() throws Exception {
    Browser clerk = clerk();
    server.execute(
        "update holdfast.session set last_seen_at = last_seen_at - interval '13 hours'"
            + " where account_id = "
            + account.substring("/v1/accounts/".length()));

    Poll.until(
        "the end of the session",
        Duration.ofSeconds(10),
        () -> clerk.get("/v1/skus").problem().equals("session-over"));
  }

  @Test
  void otherNodesHearOfItWithinSeconds() throws Exception {
    try (RunningNode node = server.addNode(Map.of("public-url", "https://stock.example.com"))) {
      Browser clerk = clerk();
      Browser there = clerk.at(node.url());
      assertThat(there.get("/v1/skus").status()).isEqualTo(200);
      assertThat(new Browser(node.url()).signIn(email, PASSWORD).header("Set-Cookie").orElseThrow())
          .endsWith("; Secure");

      clerk.delete("/v1/session");

      Poll.until(
          "the sign-out", Duration.ofSeconds(8), () -> there.get("/v1/skus").status() == 401);
    }
  }
}
