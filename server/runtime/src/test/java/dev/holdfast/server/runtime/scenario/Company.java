package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of its own for one test, so that no test sees or disturbs another's stock. */
final class Company {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final RunningServer server;
  private final String code;
  private final Api admin;
  private final AtomicInteger names = new AtomicInteger();

  private Company(RunningServer server, String code, Api admin) {
    this.server = server;
    this.code = code;
    this.admin = admin;
  }

  static Company in(RunningServer server) {
    Api operator = operator(server);
    String code = "company-" + COUNT.incrementAndGet();
    Reply made = operator.post("/v1/clients", Bodies.client(code));
    assertThat(made.status()).isEqualTo(201);
    Reply key = operator.post("/v1/keys", Bodies.key("admin", code));
    assertThat(key.status()).isEqualTo(201);
    return new Company(server, code, new Api(server.url(), key.json().get("secret").asText()));
  }

  static Api operator(RunningServer server) {
    return new Api(server.url(), server.operatorSecret());
  }

  String code() {
    return code;
  }

  Api admin() {
    return admin;
  }

  /** The API with a new key of a role. */
  Api as(String role) {
    return new Api(server.url(), secretOf(role));
  }

  /** The secret of a new key of a role. */
  String secretOf(String role) {
    Reply key = admin.post("/v1/keys", Bodies.key(role));
    assertThat(key.status()).isEqualTo(201);
    return key.json().get("secret").asText();
  }

  /** A new SKU that is counted in pieces. */
  String sku() {
    return sku("each", 0);
  }

  String sku(String unit, int scale) {
    String name = "SKU-" + names.incrementAndGet();
    assertThat(admin.post("/v1/skus", Bodies.sku(name, unit, scale)).status()).isEqualTo(201);
    return name;
  }

  String location() {
    String name = "LOC-" + names.incrementAndGet();
    assertThat(admin.post("/v1/locations", Bodies.location(name)).status()).isEqualTo(201);
    return name;
  }

  /** Puts goods on hand. */
  void receive(String sku, String location, String quantity) {
    Reply received = admin.post("/v1/receipts", Bodies.lines(sku, location, quantity));
    assertThat(received.status()).isEqualTo(200);
  }

  /** Reserves for the usual time and gives the reservation's identifier. */
  String reserve(String sku, String location, String quantity) {
    Reply reserved = admin.post("/v1/reservations", Bodies.lines(sku, location, quantity));
    assertThat(reserved.status()).isEqualTo(201);
    return reserved.json().get("id").asText();
  }

  /** The position as it is now. */
  JsonNode position(String sku, String location) {
    Reply position = admin.get("/v1/positions/" + sku + "/" + location);
    assertThat(position.status()).isEqualTo(200);
    return position.json();
  }

  /** What may be promised of a position now. */
  BigDecimal available(String sku, String location) {
    return position(sku, location).get("availableToPromise").decimalValue();
  }

  /** Everything that a command could have changed, as text. */
  String everything() {
    return admin.get("/v1/positions?limit=500").body()
        + admin.get("/v1/reservations?limit=500").body()
        + admin.get("/v1/transfers?limit=500").body();
  }
}
