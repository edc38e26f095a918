package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in by the company's own identity provider, over real HTTP to one of our own making. */
@ExtendWith(RunningServer.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompanyLoginTest {
  private static final String LEAVE = "/v1/session/oidc";

  private RunningNode node;
  private Company company;
  private IdentityProvider provider;
  private String email;
  private String subject;

  @BeforeAll
  void aNodeWithAProvider(RunningServer server) throws Exception {
    company = Company.in(server);
    provider = new IdentityProvider();
    node =
        server.addNode(
            Map.of(
                "oidc-issuer",
                provider.issuer(),
                "oidc-client-id",
                IdentityProvider.CLIENT_ID,
                "oidc-client-secret",
                IdentityProvider.CLIENT_SECRET,
                "oidc-name",
                "Harbor login",
                "public-url",
                "http://stock.example.com"));
  }

  @AfterAll
  void stop() throws Exception {
    node.close();
    provider.close();
  }

  @BeforeEach
  void anAccountWithoutAPassword() {
    email = UUID.randomUUID() + "@example.com";
    subject = UUID.randomUUID().toString();
    Api admin = new Api(node.url(), company.admin().secret());
    String body = "{\"email\":\"%s\",\"name\":\"Ann\",\"role\":\"clerk\"}".formatted(email);
    Reply made = admin.post("/v1/accounts", body);
    assertThat(made.json().get("hasPassword").asBoolean()).as("%s", made).isFalse();
  }

  private Browser browser() {
    return new Browser(node.url());
  }

  /** Leaves for the provider, and gives the question that the browser takes there. */
  private static Map<String, String> leave(Browser browser, String to) {
    Reply away = browser.get(LEAVE + "?to=" + to);
    assertThat(away.status()).as("%s", away).isEqualTo(302);
    return IdentityProvider.parameters(
        URI.create(away.header("Location").orElseThrow()).getRawQuery());
  }

  private static Reply comeBack(Browser browser, Map<String, String> question) {
    return browser.get(
        LEAVE + "/callback?code=" + IdentityProvider.CODE + "&state=" + question.get("state"));
  }

  private static String place(Reply reply) {
    assertThat(reply.status()).as("%s", reply).isEqualTo(302);
    return reply.header("Location").orElseThrow();
  }

  @Test
  void whoTheProviderVouchesForIsSignedInAndKnownEverAfter() {
    Browser ann = browser();
    JsonNode offered = ann.get("/v1/session").json().at("/signIn/openIdConnect");
    assertThat(offered.get("name").asText()).isEqualTo("Harbor login");
    assertThat(offered.get("path").asText()).isEqualTo(LEAVE);

    Map<String, String> question = leave(ann, "/store");
    assertThat(question.get("redirect_uri"))
        .isEqualTo("http://stock.example.com/v1/session/oidc/callback");
    provider.say(subject, email.toUpperCase(Locale.ROOT), true, question);
    assertThat(place(comeBack(ann, question))).isEqualTo("/store");
    assertThat(ann.get("/v1/session").json().at("/account/email").asText()).isEqualTo(email);

    Browser later = browser();
    Map<String, String> again = leave(later, "//evil.example");
    provider.say(subject, "renamed-" + email, false, again);
    assertThat(place(comeBack(later, again))).isEqualTo("/");
    assertThat(later.get("/v1/session").json().at("/account/email").asText()).isEqualTo(email);
  }

  @Test
  void anAddressThatTheProviderDoesNotVouchForOpensNothing() {
    Browser ann = browser();
    Map<String, String> question = leave(ann, "/");
    provider.say(subject, email, false, question);

    assertThat(place(comeBack(ann, question))).isEqualTo("/sign-in?problem=no-account");
    assertThat(ann.get("/v1/session").json().get("signedIn").asBoolean()).isFalse();
  }

  @Test
  void anAddressThatWasGivenToSomebodyElseDoesNotBringTheAccountAlong() {
    Browser ann = browser();
    Map<String, String> first = leave(ann, "/");
    provider.say(subject, email, true, first);
    assertThat(place(comeBack(ann, first))).isEqualTo("/");

    Browser heir = browser();
    Map<String, String> second = leave(heir, "/");
    provider.say("another person", email, true, second);
    assertThat(place(comeBack(heir, second))).isEqualTo("/sign-in?problem=no-account");
  }

  @Test
  void answersToSomebodyElsesQuestionProveNothing() {
    Browser victim = browser();
    Browser attacker = browser();
    Map<String, String> question = leave(attacker, "/");
    leave(victim, "/");
    provider.say(subject, email, true, question);

    for (Browser one : List.of(victim, browser())) {
      assertThat(place(comeBack(one, question))).isEqualTo("/sign-in?problem=failed");
      assertThat(one.get("/v1/session").json().get("signedIn").asBoolean()).isFalse();
    }
  }

  @Test
  void aTokenOfAForeignKeyProvesNothing() throws Exception {
    try (IdentityProvider forged = new IdentityProvider()) {
      Browser ann = browser();
      Map<String, String> question = leave(ann, "/");
      provider.say(subject, email, true, question);
      provider.signWith(forged);
      assertThat(place(comeBack(ann, question))).isEqualTo("/sign-in?problem=failed");
    } finally {
      provider.signWith(provider);
    }
  }

  @Test
  void withoutAProviderThereIsNoWay(RunningServer server) {
    Browser nobody = new Browser(server.url());

    assertThat(nobody.get(LEAVE).status()).isEqualTo(404);
    assertThat(nobody.get(LEAVE + "/callback?code=1&state=2").status()).isEqualTo(404);
  }
}
