package dev.holdfast.server.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.access.Accounts;
import dev.holdfast.application.access.KeyRing;
import dev.holdfast.application.access.Keys;
import dev.holdfast.application.access.PasswordHasher;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.server.http.HttpStand;
import dev.holdfast.server.http.HttpStand.Answer;
import dev.holdfast.server.http.HttpStand.Caller;
import dev.holdfast.storage.contract.access.ReferenceAccessStore;
import dev.holdfast.storage.contract.access.ReferenceAccountStore;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessRoutesTest {
  private static final String TILL = "{\"name\": \"Till 1\", \"role\": \"cashier\"}";

  private final ReferenceAccessStore store = new ReferenceAccessStore(InstantSource.system());
  private final KeyRing ring = new KeyRing(store);
  private final Keys keys = new Keys(store, ring);
  private HttpStand stand;
  private Caller operator;
  private int operatorKey;
  private Caller admin;

  @BeforeEach
  void open() {
    Accounts accounts =
        new Accounts(
            new ReferenceAccountStore(store, InstantSource.system()), ring, new PasswordHasher());
    stand =
        new HttpStand(ring, routes -> new AccessRoutes(keys, accounts, store, true).addTo(routes));
    ClientId harbor = store.createClient("harbor", "Harbor").orElseThrow().id();
    ClientId acme = store.createClient("acme", "Acme").orElseThrow().id();
    Keys.Issued first = keys.issue(harbor, "Operator", Role.ADMIN, true);
    operatorKey = first.key().id();
    operator = stand.as(first.secret());
    admin = stand.as(keys.issue(acme, "Admin", Role.ADMIN, false).secret());
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private static void assertProblem(Answer answer, int status, String type) throws Exception {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("/type")).isEqualTo("https://holdfast.dev/problems/" + type);
    assertThat(answer.text("/detail")).isNotBlank();
  }

  @Test
  void aNewKeyWorksAndItsSecretIsShownOnce() throws Exception {
    Answer made = admin.post("/v1/keys", TILL);

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Cache-Control")).isEqualTo("no-store");
    String secret = made.text("/secret");
    // Recognised, but a cashier does not administer keys.
    assertProblem(stand.as(secret).get("/v1/keys"), 403, "not-allowed");
    Answer list = admin.get("/v1/keys");
    assertThat(list.text("/items/1/name")).isEqualTo("Till 1");
    assertThat(list.text("/items/1/role")).isEqualTo("cashier");
    assertThat(list.response().body()).doesNotContain(secret).doesNotContain("secret");
  }

  @Test
  void aRevokedKeyIsRefusedAtOnce() throws Exception {
    Answer made = admin.post("/v1/keys", TILL.replace("cashier", "admin"));
    Caller holder = stand.as(made.text("/secret"));
    assertThat(holder.get("/v1/keys").status()).isEqualTo(200);

    assertThat(admin.delete("/v1/keys/" + made.text("/id")).status()).isEqualTo(204);

    assertProblem(holder.get("/v1/keys"), 401, "key-unknown");
    assertThat(admin.get("/v1/keys").json().at("/items/1").has("revokedAt")).isTrue();
    assertProblem(admin.delete("/v1/keys/" + made.text("/id")), 404, "not-found");
  }

  @Test
  void nobodyLocksThemselvesOut() throws Exception {
    assertProblem(operator.delete("/v1/keys/" + operatorKey), 409, "key-in-use");

    assertThat(operator.get("/v1/keys").status()).isEqualTo(200);
  }

  @Test
  void anotherClientsKeysAreOutOfReach() throws Exception {
    assertProblem(admin.delete("/v1/keys/" + operatorKey), 404, "not-found");
    assertProblem(
        admin.delete("/v1/keys/" + operatorKey + "?client=harbor"), 403, "operators-only");
    assertProblem(admin.get("/v1/keys?client=harbor"), 403, "operators-only");
    assertProblem(
        admin.post("/v1/keys", TILL.replace("}", ", \"client\": \"harbor\"}")),
        403,
        "operators-only");
    assertThat(operator.get("/v1/keys").json().at("/items")).hasSize(1);
  }

  @Test
  void anOperatorMakesAndRevokesKeysOfAnyClient() throws Exception {
    Answer made = operator.post("/v1/keys", TILL.replace("}", ", \"client\": \"acme\"}"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().at("/operator").asBoolean()).isFalse();
    assertThat(operator.get("/v1/keys?client=acme").json().at("/items")).hasSize(2);
    assertThat(operator.delete("/v1/keys/" + made.text("/id") + "?client=acme").status())
        .isEqualTo(204);
  }

  @Test
  void anUnknownClientIsNamed() throws Exception {
    Answer answer = operator.post("/v1/keys", TILL.replace("}", ", \"client\": \"nobody\"}"));

    assertProblem(answer, 422, "invalid-field");
    assertThat(answer.text("/field")).isEqualTo("client");
  }

  @Test
  void whatIsNoKeyNumberIsNotFound() throws Exception {
    for (String odd : new String[] {"abc", "-1", "0", "99999999999999999999"}) {
      assertProblem(admin.delete("/v1/keys/" + odd), 404, "not-found");
    }
  }

  @Test
  void brokenKeysAreNotMade() throws Exception {
    Answer answer = admin.post("/v1/keys", "{\"name\": \"\\u0007\", \"role\": \"boss\"}");

    assertProblem(answer, 422, "invalid-field");
    assertThat(answer.json().at("/errors").findValuesAsText("field"))
        .containsExactly("name", "role");
    assertProblem(
        admin.post("/v1/keys", TILL.replace("}", ", \"operator\": true}")), 422, "invalid-field");
    assertThat(admin.get("/v1/keys").json().at("/items")).hasSize(1);
  }

  @Test
  void onlyOperatorsSeeAndMakeClients() throws Exception {
    String client = "{\"code\": \"north\", \"name\": \"North Ltd\"}";
    assertProblem(admin.get("/v1/clients"), 403, "operators-only");
    assertProblem(admin.post("/v1/clients", client), 403, "operators-only");

    assertThat(operator.post("/v1/clients", client).status()).isEqualTo(201);

    assertThat(operator.get("/v1/clients").json().at("/items").findValuesAsText("code"))
        .containsExactly("harbor", "acme", "north");
  }

  @Test
  void brokenClientsAreNotMade() throws Exception {
    assertProblem(
        operator.post("/v1/clients", "{\"code\": \"acme\", \"name\": \"Again\"}"),
        409,
        "code-taken");
    assertProblem(
        operator.post("/v1/clients", "{\"code\": \"ACME\", \"name\": \"\"}"), 422, "invalid-field");
    assertThat(operator.get("/v1/clients").json().at("/items")).hasSize(2);
  }
}
