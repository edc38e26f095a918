package dev.holdfast.storage.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.CatalogueStore.Change;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists, look-ups and locations as every engine must keep them. SKUs: {@link SkuContract}. */
public abstract class CatalogueContract {
  private ClientId client;
  private ClientId other;

  /** The store under test. The same one at every call. */
  protected abstract CatalogueStore store();

  /** A new client of which nothing exists. */
  protected abstract ClientId newClient();

  @BeforeEach
  void newClients() {
    client = newClient();
    other = newClient();
  }

  @Test
  void referencesAreFoundByCodeAndByNumber() {
    Sku kilo = Samples.sku("KILO").scale(3).make();
    store().create(client, kilo);
    store().create(client, Samples.sku("EACH").make());

    List<SkuRef> byCode = store().skusByCode(client, List.of("KILO", "NONE"));

    assertThat(byCode).extracting(SkuRef::code).containsExactly("KILO");
    assertThat(byCode).extracting(SkuRef::scale).containsExactly(kilo.scale());
    long id = byCode.getFirst().id();
    assertThat(store().skusById(client, List.of(id, Long.MAX_VALUE))).isEqualTo(byCode);
  }

  @Test
  void referencesOfNothingAreNone() {
    assertThat(store().skusByCode(client, List.of())).isEmpty();
    assertThat(store().skusById(client, List.of())).isEmpty();
    assertThat(store().locationRefs(client)).isEmpty();
  }

  @Test
  void referencesOutliveUpdates() {
    store().create(client, Samples.sku("A").make());
    store().create(client, Samples.location("SEA").make());
    List<SkuRef> sku = store().skusByCode(client, List.of("A"));
    List<LocationRef> location = store().locationRefs(client);

    store().update(client, Samples.sku("A").named("Another name").make());
    store().update(client, Samples.location("SEA").in("elsewhere").make());

    assertThat(store().skusByCode(client, List.of("A"))).isEqualTo(sku);
    assertThat(store().locationRefs(client)).isEqualTo(location);
  }

  @Test
  void whatCannotBeStoredIsNotFound() {
    for (String odd : List.of("A\0", "\ud800", "A\n", "")) {
      assertThat(store().sku(client, odd)).isEmpty();
      assertThat(store().skuByBarcode(client, odd)).isEmpty();
      assertThat(store().location(client, odd)).isEmpty();
      assertThat(store().skusByCode(client, List.of(odd))).isEmpty();
      assertThat(store().skus(client, odd, null, 10).items()).isEmpty();
      assertThat(store().locations(client, odd, null, 10).items()).isEmpty();
    }
  }

  @Test
  void anotherClientsCatalogueIsInvisible() {
    Sku sku = Samples.sku("A").barcodes("96385074").make();
    Location location = Samples.location("SEA").make();
    store().create(client, sku);
    store().create(client, location);
    long id = store().skusByCode(client, List.of("A")).getFirst().id();

    assertThat(store().sku(other, "A")).isEmpty();
    assertThat(store().skuByBarcode(other, "96385074")).isEmpty();
    assertThat(store().skusById(other, List.of(id))).isEmpty();
    assertThat(store().skus(other, null, null, 10).items()).isEmpty();
    assertThat(store().locationRefs(other)).isEmpty();
    assertThat(store().update(other, sku)).isEqualTo(new Change.NotFound());
    assertThat(store().update(other, location)).isEqualTo(new Change.NotFound());
  }

  @Test
  void twoClientsMayUseTheSameCodesAndBarcodes() {
    Sku sku = Samples.sku("A").barcodes("96385074").make();
    store().create(client, sku);

    assertThat(store().create(other, sku)).isEqualTo(new Change.Saved());

    assertThat(store().skuByBarcode(other, "96385074")).contains(sku);
  }

  @Test
  void skusAreListedInCodeOrderWithoutGapsOrRepeats() {
    List<String> codes = List.of("A", "A-1", "A.1", "A1", "A_1", "B", "Z", "a", "b");
    codes.reversed().forEach(code -> store().create(client, Samples.sku(code).make()));

    for (int limit : List.of(1, 2, 8, 9, 10)) {
      assertThat(
              allPages(limit, after -> store().skus(client, null, after, limit)).stream()
                  .map(Sku::code))
          .isEqualTo(codes.stream().sorted().toList());
    }
  }

  @Test
  void oneCategoryIsListedAlone() {
    store().create(client, Samples.sku("A").category("tea").make());
    store().create(client, Samples.sku("B").category("rope").make());
    store().create(client, Samples.sku("C").category("tea").make());

    assertThat(allPages(1, after -> store().skus(client, "tea", after, 1)))
        .extracting(Sku::code)
        .containsExactly("A", "C");
  }

  @Test
  void oneRegionIsListedAlone() {
    store().create(client, Samples.location("SEA").in("west").make());
    store().create(client, Samples.location("NYC").in("east").make());
    store().create(client, Samples.location("PDX").in("west").make());

    assertThat(allPages(1, after -> store().locations(client, "west", after, 1)))
        .extracting(Location::code)
        .containsExactly("PDX", "SEA");
  }

  @Test
  void brokenCursorsAreRefused() {
    for (String broken : List.of("%", "!!", "_w", "\0", "é")) {
      assertThatExceptionOfType(BadCursorException.class)
          .isThrownBy(() -> store().skus(client, null, broken, 10));
      assertThatExceptionOfType(BadCursorException.class)
          .isThrownBy(() -> store().locations(client, null, broken, 10));
    }
  }

  @Test
  void pagesBeyondTheLimitsAreMistakes() {
    for (int limit : List.of(0, -1, Page.MAX_LIMIT + 1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store().skus(client, null, null, limit));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store().locations(client, null, null, limit));
    }
  }

  @Test
  void aLocationIsKeptAsItWasMade() {
    Location made = Samples.location("SEA").make();

    assertThat(store().create(client, made)).isEqualTo(new Change.Saved());

    assertThat(store().location(client, "SEA")).contains(made);
    assertThat(store().locationRefs(client)).extracting(LocationRef::code).containsExactly("SEA");
  }

  @Test
  void aTakenLocationCodeChangesNothing() {
    Location made = Samples.location("SEA").make();
    store().create(client, made);

    assertThat(store().create(client, Samples.location("SEA").in("elsewhere").make()))
        .isEqualTo(new Change.CodeTaken());

    assertThat(store().location(client, "SEA")).contains(made);
  }

  @Test
  void aLocationIsReplacedWhole() {
    store().create(client, Samples.location("SEA").make());
    Location next = Samples.fulfilmentCentre("SEA");

    assertThat(store().update(client, next)).isEqualTo(new Change.Saved());

    assertThat(store().location(client, "SEA")).contains(next);
  }

  @Test
  void onlyAnExistingLocationIsReplaced() {
    assertThat(store().update(client, Samples.location("SEA").make()))
        .isEqualTo(new Change.NotFound());

    assertThat(store().locationRefs(client)).isEmpty();
  }

  private static <T> List<T> allPages(int limit, Function<@Nullable String, Page<T>> read) {
    List<T> all = new ArrayList<>();
    String after = null;
    do {
      Page<T> page = read.apply(after);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }
}
