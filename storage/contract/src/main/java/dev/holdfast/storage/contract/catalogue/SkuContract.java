package dev.holdfast.storage.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.CatalogueStore.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SKUs and their barcodes as every engine must keep them. */
public abstract class SkuContract {
  private static final String FIRST = "4006381333931";
  private static final String SECOND = "96385074";
  private static final String THIRD = "036000291452";

  private ClientId client;

  /** The store under test. The same one at every call. */
  protected abstract CatalogueStore store();

  /** A new client of which nothing exists. */
  protected abstract ClientId newClient();

  @BeforeEach
  void newClients() {
    client = newClient();
  }

  @Test
  void aSkuIsKeptAsItWasMade() {
    Sku made = Samples.sku("A").barcodes(SECOND, FIRST).scale(3).make();

    assertThat(store().create(client, made)).isEqualTo(new Change.Saved());

    assertThat(store().sku(client, "A")).contains(made);
    assertThat(store().skuByBarcode(client, FIRST)).contains(made);
    assertThat(store().skuByBarcode(client, SECOND)).contains(made);
  }

  @Test
  void aTakenCodeChangesNothing() {
    Sku made = Samples.sku("A").barcodes(FIRST).make();
    store().create(client, made);

    assertThat(store().create(client, Samples.sku("A").barcodes(SECOND).make()))
        .isEqualTo(new Change.CodeTaken());

    assertThat(store().sku(client, "A")).contains(made);
    assertThat(store().skuByBarcode(client, SECOND)).isEmpty();
  }

  @Test
  void aTakenBarcodeNamesItsOwnerAndMakesNothing() {
    store().create(client, Samples.sku("A").barcodes(FIRST).make());

    assertThat(store().create(client, Samples.sku("B").barcodes(SECOND, FIRST).make()))
        .isEqualTo(new Change.BarcodeTaken(FIRST, "A"));

    assertThat(store().sku(client, "B")).isEmpty();
    assertThat(store().skuByBarcode(client, SECOND)).isEmpty();
  }

  @Test
  void aTakenBarcodeUpdatesNothing() {
    store().create(client, Samples.sku("A").barcodes(FIRST).make());
    Sku before = Samples.sku("B").barcodes(SECOND).make();
    store().create(client, before);

    assertThat(store().update(client, Samples.sku("B").barcodes(FIRST, THIRD).make()))
        .isEqualTo(new Change.BarcodeTaken(FIRST, "A"));

    assertThat(store().sku(client, "B")).contains(before);
    assertThat(store().skuByBarcode(client, SECOND)).contains(before);
    assertThat(store().skuByBarcode(client, THIRD)).isEmpty();
  }

  @Test
  void aSkuIsReplacedWhole() {
    store().create(client, Samples.sku("A").barcodes(FIRST, SECOND).make());
    Sku next =
        new Sku(
            "A",
            "Rope “thick”",
            List.of(THIRD, SECOND),
            "m",
            new Scale(0),
            new Sku.Size(9, 8, 7, 6),
            "ship");

    assertThat(store().update(client, next)).isEqualTo(new Change.Saved());

    assertThat(store().sku(client, "A")).contains(next);
    assertThat(store().skuByBarcode(client, FIRST)).isEmpty();
    assertThat(store().skuByBarcode(client, SECOND)).contains(next);
    assertThat(store().skuByBarcode(client, THIRD)).contains(next);
  }

  @Test
  void aBarcodeThatWasGivenUpIsFree() {
    store().create(client, Samples.sku("A").barcodes(FIRST).make());
    store().update(client, Samples.sku("A").make());

    assertThat(store().create(client, Samples.sku("B").barcodes(FIRST).make()))
        .isEqualTo(new Change.Saved());

    assertThat(store().skuByBarcode(client, FIRST)).map(Sku::code).contains("B");
  }

  @Test
  void theScaleNeverChanges() {
    Sku made = Samples.sku("A").scale(3).make();
    store().create(client, made);

    assertThat(store().update(client, Samples.sku("A").named("New").scale(0).make()))
        .isEqualTo(new Change.ScaleFixed(new Scale(3)));

    assertThat(store().sku(client, "A")).contains(made);
  }

  @Test
  void onlyAnExistingSkuIsReplaced() {
    assertThat(store().update(client, Samples.sku("A").barcodes(FIRST).make()))
        .isEqualTo(new Change.NotFound());

    assertThat(store().skus(client, null, null, 10).items()).isEmpty();
    assertThat(store().skuByBarcode(client, FIRST)).isEmpty();
  }

  @Test
  void oneOfManyWhoWantTheSameCodeGetsIt() throws Exception {
    List<Change> changes =
        together(8, caller -> store().create(client, Samples.sku("A").named("#" + caller).make()));

    assertThat(changes).filteredOn(new Change.Saved()::equals).hasSize(1);
    assertThat(changes).filteredOn(new Change.CodeTaken()::equals).hasSize(7);
  }

  @Test
  void oneOfManyWhoWantTheSameBarcodeGetsIt() throws Exception {
    List<Change> changes =
        together(
            8,
            caller ->
                store().create(client, Samples.sku("S" + caller).barcodes(FIRST, SECOND).make()));

    assertThat(changes).filteredOn(new Change.Saved()::equals).hasSize(1);
    assertThat(changes).filteredOn(Change.BarcodeTaken.class::isInstance).hasSize(7);
    assertThat(store().skus(client, null, null, 10).items()).hasSize(1);
  }

  @Test
  void skusThatTradeBarcodesAtTheSameTimeAreAnswered() throws Exception {
    store().create(client, Samples.sku("A").barcodes(FIRST).make());
    store().create(client, Samples.sku("B").barcodes(SECOND).make());

    List<Change> changes =
        together(
            2,
            caller ->
                store()
                    .update(
                        client,
                        caller == 0
                            ? Samples.sku("A").barcodes(SECOND).make()
                            : Samples.sku("B").barcodes(FIRST).make()));

    // Whoever comes first finds the other's barcode taken; nobody gets an error.
    assertThat(changes)
        .allMatch(change -> change instanceof Change.Saved || change instanceof Change.BarcodeTaken)
        .anyMatch(Change.BarcodeTaken.class::isInstance);
    assertEachBarcodeHasOneOwner();
  }

  private void assertEachBarcodeHasOneOwner() {
    for (Sku sku : store().skus(client, null, null, 10).items()) {
      for (String barcode : sku.barcodes()) {
        assertThat(store().skuByBarcode(client, barcode)).contains(sku);
      }
    }
  }

  private static List<Change> together(int callers, Caller work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Change>> started =
          IntStream.range(0, callers)
              .mapToObj(caller -> threads.submit(() -> work.change(caller)))
              .toList();
      List<Change> changes = new ArrayList<>();
      for (Future<Change> one : started) {
        changes.add(one.get());
      }
      return changes;
    }
  }

  /** What one of several callers does at the same time as the others. */
  private interface Caller {
    Change change(int caller);
  }
}
