package dev.holdfast.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.StoreUnavailableException;
import dev.holdfast.storage.contract.catalogue.ReferenceCatalogueStore;
import dev.holdfast.storage.contract.catalogue.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueDirectoryTest {
  private static final ClientId CLIENT = new ClientId(1);
  private static final ClientId OTHER = new ClientId(2);

  private final ReferenceCatalogueStore store = new ReferenceCatalogueStore();
  private final CatalogueDirectory directory =
      new CatalogueDirectory(store, CatalogueDirectory.DEFAULT_MAX_SKUS);

  private SkuRef stored(String code) {
    store.create(CLIENT, Samples.sku(code).make());
    return store.skusByCode(CLIENT, List.of(code)).getFirst();
  }

  private LocationRef storedLocation(String code) {
    store.create(CLIENT, Samples.location(code).make());
    return store.locationRefs(CLIENT).stream()
        .filter(ref -> ref.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingIsKnownBeforeItIsLoaded() {
    SkuRef sku = stored("A");
    LocationRef location = storedLocation("SEA");

    assertThat(directory.sku(CLIENT, "A")).isNull();
    assertThat(directory.skuById(CLIENT, sku.id())).isNull();
    assertThat(directory.location(CLIENT, "SEA")).isNull();
    assertThat(directory.locationById(CLIENT, location.id())).isNull();
  }

  @Test
  void whatIsLoadedOnceIsKnownWithoutTheStore() {
    SkuRef byCode = stored("A");
    SkuRef byId = stored("B");
    LocationRef location = storedLocation("SEA");
    directory.load(CLIENT, List.of("A"));
    directory.loadById(CLIENT, List.of(byId.id()));
    directory.loadLocations(CLIENT);
    store.cutOff(true);

    for (SkuRef sku : List.of(byCode, byId)) {
      assertThat(directory.sku(CLIENT, sku.code())).isEqualTo(sku);
      assertThat(directory.skuById(CLIENT, sku.id())).isEqualTo(sku);
    }
    assertThat(directory.location(CLIENT, "SEA")).isEqualTo(location);
    assertThat(directory.locationById(CLIENT, location.id())).isEqualTo(location);
  }

  @Test
  void anotherClientIsToldNothing() {
    SkuRef sku = stored("A");
    LocationRef location = storedLocation("SEA");
    directory.load(CLIENT, List.of("A"));
    directory.loadLocations(CLIENT);

    directory.load(OTHER, List.of("A"));
    directory.loadById(OTHER, List.of(sku.id()));
    directory.loadLocations(OTHER);

    assertThat(directory.sku(OTHER, "A")).isNull();
    assertThat(directory.skuById(OTHER, sku.id())).isNull();
    assertThat(directory.location(OTHER, "SEA")).isNull();
    assertThat(directory.locationById(OTHER, location.id())).isNull();
  }

  @Test
  void absenceIsNotRemembered() {
    directory.load(CLIENT, List.of("A"));
    directory.loadLocations(CLIENT);
    SkuRef sku = stored("A");
    LocationRef location = storedLocation("SEA");

    directory.load(CLIENT, List.of("A"));
    directory.loadLocations(CLIENT);

    assertThat(directory.sku(CLIENT, "A")).isEqualTo(sku);
    assertThat(directory.location(CLIENT, "SEA")).isEqualTo(location);
  }

  @Test
  void anyNumberOfCodesIsLoaded() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 1_201; i++) {
      codes.add("S" + i);
      store.create(CLIENT, Samples.sku("S" + i).make());
    }

    directory.load(CLIENT, codes);

    assertThat(codes).allMatch(code -> directory.sku(CLIENT, code) != null);
  }

  @Test
  void theStoreIsNotAskedForWhatCannotBeACode() {
    store.cutOff(true);

    directory.load(CLIENT, List.of("", "no code", "A\0", "x".repeat(65)));

    assertThat(directory.sku(CLIENT, "no code")).isNull();
  }

  @Test
  void aStoreThatCannotBeAskedIsReported() {
    store.cutOff(true);

    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> directory.load(CLIENT, List.of("A")));
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> directory.loadById(CLIENT, List.of(1L)));
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> directory.loadLocations(CLIENT));
  }

  @Test
  void aReadingThatWasOvertakenTakesNothingBack() {
    LocationRef first = new LocationRef(1, "SEA");
    LocationRef second = new LocationRef(2, "NYC");
    Places earlier = Places.of(List.of(first));
    Places later = Places.of(List.of(first, second));

    assertThat(earlier.later(later)).isEqualTo(later);
    assertThat(later.later(earlier)).isEqualTo(later);
  }
}
