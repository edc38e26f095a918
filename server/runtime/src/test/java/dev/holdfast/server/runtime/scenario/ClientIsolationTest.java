package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nothing of one client is visible to another: what is foreign is answered with the very words that
 * are used for what does not exist.
 */
@ExtendWith(RunningServer.Shared.class)
class ClientIsolationTest {
  private static final String NOBODYS = "0197d4b2-3c1e-7a55-9d0e-4b8f1c2d3e4f";

  private Company theirs;
  private Company mine;
  private String theirSku;
  private String theirShop;
  private String theirReservation;
  private String theirTransfer;
  private String before;

  @BeforeEach
  void twoCompanies(RunningServer server) {
    theirs = Company.in(server);
    mine = Company.in(server);
    theirSku = theirs.sku();
    theirShop = theirs.location();
    String there = theirs.location();
    theirs.receive(theirSku, theirShop, "10");
    theirReservation = theirs.reserve(theirSku, theirShop, "2");
    theirTransfer =
        theirs
            .admin()
            .post("/v1/transfers", Bodies.transfer(theirShop, there, theirSku, "1"))
            .json()
            .get("id")
            .asText();
    before = theirs.everything();
  }

  /** The same answer but for the name that was asked for. */
  private static void assertAlike(Reply foreign, String name, Reply missing, String other) {
    assertThat(foreign.status()).isEqualTo(missing.status());
    assertThat(neutral(foreign).replace(name, "X")).isEqualTo(neutral(missing).replace(other, "X"));
  }

  private static String neutral(Reply reply) {
    return reply.body().replaceAll("\"decidedAt\":\"[^\"]*\"", "");
  }

  @Test
  void foreignReservationsDoNotExist() {
    for (String path : List.of("", "/confirm", "/release", "/extend")) {
      Reply foreign = ask("/v1/reservations/" + theirReservation + path, path.isEmpty());
      Reply missing = ask("/v1/reservations/" + NOBODYS + path, path.isEmpty());
      assertThat(foreign.status()).as(path).isEqualTo(404);
      assertAlike(foreign, theirReservation, missing, NOBODYS);
    }
    assertThat(mine.admin().get("/v1/reservations").json().get("items")).isEmpty();
    assertThat(theirs.everything()).isEqualTo(before);
  }

  @Test
  void foreignTransfersDoNotExist() {
    for (String path : List.of("", "/receive", "/cancel")) {
      Reply foreign = ask("/v1/transfers/" + theirTransfer + path, path.isEmpty());
      Reply missing = ask("/v1/transfers/" + NOBODYS + path, path.isEmpty());
      assertThat(foreign.status()).as(path).isEqualTo(404);
      assertAlike(foreign, theirTransfer, missing, NOBODYS);
    }
    assertThat(mine.admin().get("/v1/transfers").json().get("items")).isEmpty();
    assertThat(theirs.everything()).isEqualTo(before);
  }

  private Reply ask(String path, boolean read) {
    return read ? mine.admin().get(path) : mine.admin().post(path, "");
  }

  @Test
  void foreignSkusDoNotExist() {
    String myShop = mine.location();
    for (String route : List.of("/v1/reservations", "/v1/receipts", "/v1/sales", "/v1/counts")) {
      Reply foreign = mine.admin().post(route, Bodies.lines(theirSku, myShop, "1"));
      Reply missing = mine.admin().post(route, Bodies.lines("SKU-NONE", myShop, "1"));
      assertThat(foreign.status()).isEqualTo(422);
      assertThat(foreign.field()).isEqualTo("lines[0].sku");
      assertAlike(foreign, theirSku, missing, "SKU-NONE");
    }
    assertAlike(
        mine.admin().get("/v1/skus/" + theirSku),
        theirSku,
        mine.admin().get("/v1/skus/SKU-NONE"),
        "SKU-NONE");
    assertThat(mine.admin().get("/v1/skus").json().get("items")).isEmpty();
    assertThat(theirs.everything()).isEqualTo(before);
  }

  @Test
  void foreignLocationsDoNotExist() {
    String mySku = mine.sku();
    Reply foreign = mine.admin().post("/v1/receipts", Bodies.lines(mySku, theirShop, "1"));
    Reply missing = mine.admin().post("/v1/receipts", Bodies.lines(mySku, "LOC-NONE", "1"));
    assertThat(foreign.status()).isEqualTo(422);
    assertThat(foreign.field()).isEqualTo("lines[0].location");
    assertAlike(foreign, theirShop, missing, "LOC-NONE");
    assertAlike(
        mine.admin().get("/v1/locations/" + theirShop),
        theirShop,
        mine.admin().get("/v1/locations/LOC-NONE"),
        "LOC-NONE");
    assertThat(mine.admin().get("/v1/locations").json().get("items")).isEmpty();
  }

  @Test
  void foreignPositionsDoNotExist() {
    assertThat(mine.admin().get("/v1/positions").json().get("items")).isEmpty();
    assertThat(mine.admin().get("/v1/positions?sku=" + theirSku).status()).isEqualTo(404);
    String path = "/v1/positions/" + theirSku + "/" + theirShop;
    assertThat(mine.admin().get(path).status()).isEqualTo(404);
    assertThat(mine.admin().get(path + "/history").status()).isEqualTo(404);
  }

  @Test
  void aForeignCursorLeadsNowhereForeign() {
    theirs.receive(theirs.sku(), theirShop, "1");
    String cursor = theirs.admin().get("/v1/positions?limit=1").json().get("next").asText();

    JsonNode page = mine.admin().get("/v1/positions?cursor=" + cursor).json();
    assertThat(page.get("items")).isEmpty();
  }

  @Test
  void foreignKeysDoNotExist() {
    int theirKey = theirs.admin().get("/v1/keys").json().at("/items/0/id").asInt();
    Reply foreign = mine.admin().delete("/v1/keys/" + theirKey);
    Reply missing = mine.admin().delete("/v1/keys/2147483647");

    assertThat(foreign.status()).isEqualTo(404);
    assertAlike(foreign, "" + theirKey, missing, "2147483647");
    assertThat(theirs.admin().get("/v1/skus").status()).isEqualTo(200);
    assertThat(mine.admin().get("/v1/keys").json().get("items")).hasSize(1);
  }

  @Test
  void theSameCodesMeanDifferentThings() {
    String mySku = mine.sku();
    String myShop = mine.location();
    assertThat(mySku).isEqualTo(theirSku);
    assertThat(myShop).isEqualTo(theirShop);
    mine.receive(mySku, myShop, "3");

    assertThat(mine.position(mySku, myShop).get("onHand").asInt()).isEqualTo(3);
    assertThat(theirs.everything()).isEqualTo(before);
  }
}
