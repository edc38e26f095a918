package dev.holdfast.storage.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.CatalogueStore.Change;
import dev.holdfast.storage.api.FeedListener.FeedPosition;
import dev.holdfast.storage.api.StockFeed;
import dev.holdfast.storage.contract.catalogue.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feed as every engine must keep it, compared with what the store's own reader says. */
public abstract class StockFeedContract {
  private FeedScene scene;

  /** The store under test: the same one at every call. */
  protected abstract FeedFixture store();

  @BeforeEach
  void newClient() {
    scene = new FeedScene(store());
  }

  @AfterEach
  void closeReaders() {
    scene.close();
  }

  @Test
  void aPictureHoldsWhatWasCommittedBefore() {
    PositionKey[] positions = scene.positions(3);
    scene.receive(positions);
    scene.reserve(positions[0], positions[2]);

    FeedReader<StockFeed> reader = scene.reader();

    assertThat(scene.known(reader)).isEqualTo(scene.truth());
    for (PositionKey position : positions) {
      assertThat(reader.skus())
          .hasEntrySatisfying(
              position.skuId(), sku -> assertThat(sku.client()).isEqualTo(scene.client));
      assertThat(reader.locations())
          .hasEntrySatisfying(
              position.locationId(), at -> assertThat(at.client()).isEqualTo(scene.client));
    }
  }

  @Test
  void everyCommitIsToldInTheOrderOfVersions() {
    FeedReader<StockFeed> reader = scene.reader();
    PositionKey[] positions = scene.positions(2);
    scene.receive(positions);
    for (int i = 0; i < 9; i++) {
      scene.reserve(positions[i % 2]);
    }
    scene.settled(
        FeedScene.reservation(1, positions),
        FeedScene.reservation(1, positions[0]),
        FeedScene.reservation(2, positions[1]));

    scene.awaitTruth(reader);
    assertThat(reader.pictures()).isEqualTo(1);
    assertThat(reader.losses()).isEmpty();
  }

  @Test
  void aMarkPromisesEverythingFromBeforeIt() {
    FeedReader<StockFeed> reader = scene.reader();
    PositionKey position = scene.position();
    for (int i = 0; i < 3; i++) {
      scene.receive(position);
      Instant committed = store().now();
      reader.await("a later mark", () -> reader.mark().asOf().isAfter(committed));
      assertThat(scene.known(reader)).isEqualTo(scene.truth());
    }
  }

  @Test
  void theMarkMovesWhileNothingHappens() {
    FeedReader<StockFeed> reader = scene.reader();
    Instant first = reader.mark().asOf();

    reader.await("a later mark", () -> reader.mark().asOf().isAfter(first.plusMillis(1_500)));
  }

  @Test
  void nothingIsToldThatTheStoreDoesNotHold() {
    FeedReader<StockFeed> reader = scene.reader();
    PositionKey position = scene.position();
    scene.receive(position);
    for (int i = 0; i < 10; i++) {
      // Half of them want more than there is.
      scene.settled(FeedScene.reservation(i % 2 == 0 ? 1 : 1_000, position));
      long told = version(scene.known(reader), position);
      assertThat(told).isLessThanOrEqualTo(version(scene.truth(), position));
    }
    scene.awaitTruth(reader);
    assertThat(version(scene.known(reader), position)).isEqualTo(6);
  }

  private static long version(Map<Long, FeedPosition> rows, PositionKey position) {
    FeedPosition row = rows.get(position.packed());
    return row == null ? 0 : row.version();
  }

  @Test
  void changesOfTheCatalogueAreTold() {
    FeedReader<StockFeed> reader = scene.reader();
    var catalogue = store().catalogue();
    assertThat(catalogue.create(scene.client, Samples.sku("MLK-1L").make()))
        .isEqualTo(new Change.Saved());
    var renamed = Samples.sku("MLK-1L").named("Käse").barcodes("4006381333931", "96385074").make();
    assertThat(catalogue.update(scene.client, renamed)).isEqualTo(new Change.Saved());
    assertThat(catalogue.create(scene.client, Samples.location("SEA-01").make()))
        .isEqualTo(new Change.Saved());
    var moved = Samples.fulfilmentCentre("SEA-01");
    assertThat(catalogue.update(scene.client, moved)).isEqualTo(new Change.Saved());

    reader.await(
        "the location as it is now",
        () -> reader.locations().values().stream().anyMatch(told -> told.location().equals(moved)));
    assertThat(reader.skus().values())
        .filteredOn(told -> told.client().equals(scene.client))
        .singleElement()
        .satisfies(told -> assertThat(told.sku()).isEqualTo(renamed));
  }

  @Test
  void anImportedFileIsTold() {
    FeedReader<StockFeed> reader = scene.reader();
    PositionKey[] positions = scene.positions(300);
    scene.receive(positions[7], positions[8]);

    scene.count(positions);

    scene.awaitTruth(reader);
    assertThat(scene.known(reader)).hasSize(300);
  }

  @Test
  void severalReadersHearTheSame() {
    FeedReader<StockFeed> first = scene.reader();
    PositionKey position = scene.position();
    scene.receive(position);
    FeedReader<StockFeed> second = scene.reader();
    scene.reserve(position);

    scene.awaitTruth(first);
    scene.awaitTruth(second);
  }

  @Test
  void changesWhileThePictureIsReadAreNotMissed() throws InterruptedException {
    PositionKey[] positions = scene.positions(20);
    scene.receive(positions);
    List<FeedReader<StockFeed>> readers = new ArrayList<>();
    whileStockMoves(
        positions,
        () -> {
          for (int i = 0; i < 4; i++) {
            readers.add(scene.reader());
          }
        });
    readers.forEach(scene::awaitTruth);
  }

  @Test
  void aReaderThatIsCutOffCatchesUpWithNothingMissing() throws InterruptedException {
    PositionKey[] positions = scene.positions(5);
    scene.receive(positions);
    FeedReader<StockFeed> reader = scene.reader();
    whileStockMoves(
        positions,
        () -> {
          for (int i = 0; i < 3; i++) {
            int losses = reader.losses().size();
            store().cutOffFeeds();
            reader.await("the loss", () -> reader.losses().size() > losses);
            Instant cut = store().now();
            reader.await("being back", () -> reader.mark().asOf().isAfter(cut));
          }
        });
    scene.awaitTruth(reader);
  }

  private void whileStockMoves(PositionKey[] positions, Runnable work) throws InterruptedException {
    AtomicBoolean going = new AtomicBoolean(true);
    Thread buyer =
        Thread.ofPlatform()
            .start(() -> {
              while (going.get()) {
                scene.receive(positions);
                scene.reserve(positions);
              }
            });
    try {
      work.run();
    } finally {
      going.set(false);
      buyer.join();
    }
  }

  @Test
  void aPictureByItselfIsWhatTheStoreHolds() {
    PositionKey[] positions = scene.positions(3);
    scene.receive(positions);
    PictureFeed picture = new PictureFeed(store().snapshots());
    try (FeedReader<StockFeed> reader = new FeedReader<>(picture)) {
      reader.awaitPicture();
      assertThat(scene.known(reader)).isEqualTo(scene.truth());
      assertThat(reader.mark().asOf()).isBeforeOrEqualTo(store().now());
    }
  }
}
