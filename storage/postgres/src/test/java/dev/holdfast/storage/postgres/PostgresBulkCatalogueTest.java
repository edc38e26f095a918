package dev.holdfast.storage.postgres;

import static dev.holdfast.storage.postgres.BulkScene.applied;
import static dev.holdfast.storage.postgres.BulkScene.rejected;
import static dev.holdfast.storage.postgres.BulkScene.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.BulkOrder;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.BulkStore.SkuColumn;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.RowReject;
import dev.holdfast.storage.contract.StoreFixture.Loss;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresBulkCatalogueTest {
  private static final Set<SkuColumn> ALL_THERE = EnumSet.noneOf(SkuColumn.class);
  private static final String ONE = "4006381333931";
  private static final String TWO = "96385074";
  private static final String THREE = "036000291452";

  private static PostgresFixture store;
  private BulkScene scene;
  private PostgresCatalogueStore catalogue;

  @BeforeAll
  static void open() {
    store = new PostgresFixture();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void newClient() {
    scene = new BulkScene(store);
    catalogue = new PostgresCatalogueStore(store.database());
  }

  private static Sku sku(String code, String name, String... barcodes) {
    return new Sku(
        code,
        name,
        Arrays.asList(barcodes),
        "each",
        new Scale(0),
        new Sku.Size(1, 2, 3, 4),
        "things");
  }

  private static Location place(String code, String name) {
    return new Location(
        code,
        name,
        Location.Kind.STORE,
        "west",
        new BigDecimal("47.6062"),
        new BigDecimal("-122.3321"),
        ZoneId.of("America/Los_Angeles"),
        "1 Pine St");
  }

  private BulkResult save(Sku... skus) {
    return scene.bulk.saveSkus(scene.order(), rows(skus), ALL_THERE);
  }

  private Sku read(String code) {
    return catalogue.sku(scene.client, code).orElseThrow();
  }

  private String ownerOf(String barcode) {
    return catalogue.skuByBarcode(scene.client, barcode).map(Sku::code).orElse("nobody");
  }

  @Test
  void newSkusAreAddedAndKnownOnesReplaced() {
    Sku first = sku("A", "Tea \\ \"green\", 1 €", ONE);
    applied(save(first));
    assertThat(read("A")).isEqualTo(first);

    Sku changed = sku("A", "Coffee", TWO);
    BulkResult.Applied again = applied(save(changed, sku("B", "Milk", ONE)));

    assertThat(again.summary().applied()).isEqualTo(2);
    assertThat(read("A")).isEqualTo(changed);
    assertThat(ownerOf(TWO)).isEqualTo("A");
    assertThat(ownerOf(ONE)).isEqualTo("B");
  }

  @Test
  void whatTheFileSaysNothingAboutStaysAsItIs() {
    applied(save(sku("A", "Tea", ONE)));
    Sku without =
        new Sku("A", "Coffee", List.of(), "each", new Scale(0), new Sku.Size(0, 0, 0, 9), "drinks");

    applied(
        scene.bulk.saveSkus(
            scene.order(), rows(without), EnumSet.complementOf(EnumSet.of(SkuColumn.WEIGHT_G))));

    assertThat(read("A"))
        .isEqualTo(
            new Sku(
                "A",
                "Coffee",
                List.of(ONE),
                "each",
                new Scale(0),
                new Sku.Size(1, 2, 3, 9),
                "drinks"));
    assertThat(ownerOf(ONE)).isEqualTo("A");
  }

  @Test
  void barcodesMayChangePlacesInOneFile() {
    applied(save(sku("A", "Tea", ONE), sku("B", "Milk", TWO)));

    applied(save(sku("A", "Tea", TWO), sku("B", "Milk", ONE)));

    assertThat(ownerOf(ONE)).isEqualTo("B");
    assertThat(ownerOf(TWO)).isEqualTo("A");
  }

  @Test
  void badRowsAreNamedAndNothingIsDone() {
    applied(save(sku("A", "Tea", ONE), sku("KEEP", "Milk", TWO)));
    Sku otherScale =
        new Sku("A", "Tea", List.of(), "kg", new Scale(3), new Sku.Size(0, 0, 0, 0), "x");

    BulkResult.Rejected rejected =
        rejected(
            save(
                sku("NEW", "Sugar"),
                otherScale,
                sku("NEW", "Salt"),
                sku("C", "Rice", TWO),
                sku("D", "Oats", THREE),
                sku("E", "Rye", THREE)));

    assertThat(rejected.rows()).isEqualTo(6);
    assertThat(rejected.rejected()).isEqualTo(4);
    assertThat(rejected.rejects())
        .extracting(r -> r.line() + " " + r.column() + " " + r.value())
        .containsExactly("3 scale 3", "4 code NEW", "5 barcodes " + TWO, "7 barcodes " + THREE);
    assertThat(rejected.rejects())
        .extracting(RowReject::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).contains("must stay 0"),
            reason -> assertThat(reason).contains("line 2"),
            reason -> assertThat(reason).contains("belongs to SKU KEEP"),
            reason -> assertThat(reason).contains("line 6"));
    assertThat(catalogue.sku(scene.client, "NEW")).isEmpty();
  }

  @Test
  void badRowsMayBeLeftOut() {
    applied(save(sku("KEEP", "Milk", TWO)));
    BulkOrder order = scene.order("k", "file", 5, true);

    BulkResult.Applied applied =
        applied(
            scene.bulk.saveSkus(order, rows(sku("C", "Rice", TWO), sku("D", "Oats")), ALL_THERE));

    assertThat(applied.summary().rows()).isEqualTo(7);
    assertThat(applied.summary().applied()).isEqualTo(1);
    assertThat(applied.summary().rejected()).isEqualTo(6);
    assertThat(applied.rejects()).extracting(RowReject::line).containsExactly(2L);
    assertThat(catalogue.sku(scene.client, "C")).isEmpty();
    assertThat(read("D").name()).isEqualTo("Oats");
  }

  @Test
  void aBarcodeIsNotFreeWhereTheRowThatGivesItUpIsBad() {
    applied(save(sku("A", "Tea", ONE), sku("B", "Milk", TWO), sku("C", "Rice", THREE)));

    // C is taken off its barcode by no one, so B cannot have it, so A cannot have B's.
    BulkResult.Applied applied =
        applied(
            scene.bulk.saveSkus(
                scene.order("k", "file", 0, true),
                rows(sku("A", "Tea", TWO), sku("B", "Milk", THREE)),
                ALL_THERE));

    assertThat(applied.summary().rejected()).isEqualTo(2);
    assertThat(ownerOf(ONE)).isEqualTo("A");
    assertThat(ownerOf(TWO)).isEqualTo("B");
    assertThat(ownerOf(THREE)).isEqualTo("C");
  }

  @Test
  void oneClientsCodesAndBarcodesAreNotAnothers() {
    BulkScene other = new BulkScene(store);
    applied(save(sku("A", "Tea", ONE)));

    applied(other.bulk.saveSkus(other.order(), rows(sku("A", "Theirs", ONE)), ALL_THERE));

    assertThat(read("A").name()).isEqualTo("Tea");
    assertThat(catalogue.sku(other.client, "A").orElseThrow().name()).isEqualTo("Theirs");
  }

  @Test
  void theSameOrderAgainAnswersTheStoredOutcome() {
    BulkOrder order = scene.order();
    applied(scene.bulk.saveSkus(order, rows(sku("A", "Tea")), ALL_THERE));
    applied(save(sku("A", "Coffee")));

    assertThat(applied(scene.bulk.saveSkus(order, rows(sku("A", "Tea")), ALL_THERE)).replayed())
        .isTrue();
    assertThat(read("A").name()).isEqualTo("Coffee");
  }

  @Test
  void anUnknownOutcomeIsSettledByTheSameOrder() {
    BulkOrder order = scene.order();
    try (LossyWire wire = new LossyWire(TestServer.port());
        Database behind = Database.open(TestServer.through(wire.port(), store.target()), 1)) {
      wire.loseAt(Loss.ANSWER_TO_THE_COMMIT);
      assertThat(new PostgresBulkStore(behind).saveSkus(order, rows(sku("A", "Tea")), ALL_THERE))
          .isInstanceOf(BulkResult.Unknown.class);
    }

    assertThat(applied(scene.bulk.saveSkus(order, rows(sku("A", "Tea")), ALL_THERE)).replayed())
        .isTrue();
  }

  @Test
  void locationsAreAddedAndReplaced() {
    applied(
        scene.bulk.saveLocations(
            scene.order(), rows(place("SEA", "Seattle"), place("OAK", "Oakland"))));
    applied(scene.bulk.saveLocations(scene.order(), rows(place("SEA", "Seattle North"))));

    assertThat(catalogue.location(scene.client, "SEA")).contains(place("SEA", "Seattle North"));
    assertThat(catalogue.location(scene.client, "OAK")).contains(place("OAK", "Oakland"));
  }

  @Test
  void importingLocationsAgainUsesUpNoNumbers() {
    for (int i = 0; i < 20; i++) {
      applied(
          scene.bulk.saveLocations(
              scene.order(), rows(place("SEA", "Seattle " + i), place("OAK", "Oakland"))));
    }
    applied(scene.bulk.saveLocations(scene.order(), rows(place("LAX", "Los Angeles"))));

    TreeSet<Integer> numbers = new TreeSet<>();
    for (LocationRef place : catalogue.locationRefs(scene.client)) {
      numbers.add(place.id());
    }
    assertThat(numbers.last() - numbers.first()).isEqualTo(2);
  }

  @Test
  void aLocationTwiceInAFileIsBad() {
    BulkResult.Rejected rejected =
        rejected(
            scene.bulk.saveLocations(
                scene.order(), rows(place("SEA", "Seattle"), place("SEA", "Tacoma"))));

    assertThat(rejected.rejects()).extracting(RowReject::line).containsExactly(3L);
    assertThat(catalogue.location(scene.client, "SEA")).isEmpty();
  }

  @Test
  void aDatabaseThatForbidsTemporaryTablesIsNamedWithTheMend() throws Exception {
    try (PostgresFixture strict = new PostgresFixture();
        var superuser = TestServer.superuser(strict.target());
        var statement = superuser.createStatement()) {
      statement.execute("revoke temporary on database " + superuser.getCatalog() + " from public");
      BulkScene there = new BulkScene(strict);

      BulkResult result = there.bulk.saveSkus(there.order(), rows(sku("A", "Tea")), ALL_THERE);

      assertThat(result).isInstanceOf(BulkResult.NoEffect.class);
      assertThat(((BulkResult.NoEffect) result).cause()).contains("GRANT TEMPORARY");
    }
  }
}
