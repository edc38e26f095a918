package dev.holdfast.application.view;

import static dev.holdfast.application.view.ViewFeed.CLIENT;
import static dev.holdfast.application.view.ViewFeed.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StockViewTest {
  private final ViewFeed feed = new ViewFeed();
  private final StockView view = feed.view;

  @Test
  void nothingIsReadyBeforeAWholePicture() {
    assertThat(view.isReady()).isFalse();
    assertThat(view.freshness().ready()).isFalse();

    view.snapshotBegins("one");
    feed.position(7, 3, 5, 1);
    assertThat(view.isReady()).isFalse();
    view.snapshotEnds(new FeedMark(10, START));

    assertThat(view.isReady()).isTrue();
    assertThat(view.stock(7).onHand(0)).isEqualTo(5);
    assertThat(view.rebuilds()).isEqualTo(1);
    assertThat(view.positions()).isEqualTo(1);
  }

  @Test
  void anOlderVersionIsIgnored() {
    feed.picture("one", 10);
    feed.position(7, 3, 5, 4);
    SkuStock before = view.stock(7);

    feed.position(7, 3, 9, 3);
    feed.position(7, 3, 9, 4);

    assertThat(view.stock(7).isSame(before)).isTrue();
    assertThat(view.stock(7).onHand(0)).isEqualTo(5);
  }

  @Test
  void theSamePictureAgainTakesNothingBack() {
    feed.picture("one", 10);
    feed.position(7, 3, 5, 4);

    view.snapshotBegins("one");
    feed.position(7, 3, 9, 3);
    view.snapshotEnds(new FeedMark(20, START));

    assertThat(view.stock(7).version(0)).isEqualTo(4);
    assertThat(view.rebuilds()).isEqualTo(2);
  }

  @Test
  void anotherHistoryReplacesEverythingAtItsEnd() {
    feed.picture("one", 10);
    feed.position(7, 3, 5, 4);
    feed.sku(7, CLIENT, "MLK");

    view.snapshotBegins("two");
    feed.position(7, 3, 9, 1);
    assertThat(view.stock(7).version(0)).as("until it is whole").isEqualTo(4);
    assertThat(view.history()).isEqualTo("one");
    view.snapshotEnds(new FeedMark(5, START));

    assertThat(view.stock(7).version(0)).isEqualTo(1);
    assertThat(view.sku(CLIENT, "MLK")).isNull();
    assertThat(view.history()).isEqualTo("two");
    assertThat(view.place()).isEqualTo(new ViewPlace("two", 5, false));
  }

  @Test
  void namesBelongToTheirClient() {
    ClientId other = new ClientId(2);
    feed.picture("one", 10);
    feed.sku(7, CLIENT, "MLK");
    feed.location(3, CLIENT, "SEA");

    assertThat(view.sku(CLIENT, "MLK")).isSameAs(view.skuById(CLIENT, 7)).isNotNull();
    assertThat(view.location(CLIENT, "SEA")).isSameAs(view.locationById(CLIENT, 3)).isNotNull();
    assertThat(view.sku(other, "MLK")).isNull();
    assertThat(view.skuById(other, 7)).isNull();
    assertThat(view.location(other, "SEA")).isNull();
    assertThat(view.locationById(other, 3)).isNull();
    assertThat(view.locations(other)).isEmpty();
  }

  @Test
  void withoutMarksItGrowsOlder() {
    feed.picture("one", 10);
    assertThat(view.freshness().stale()).isFalse();

    feed.pass(Freshness.LIMIT);
    assertThat(view.freshness().stale()).isFalse();
    feed.pass(Duration.ofMillis(1));
    assertThat(view.freshness().stale()).isTrue();
    assertThat(view.freshness().age()).isEqualTo(Duration.ofMillis(1_001));
    assertThat(view.freshness().asOf()).isEqualTo(START);

    feed.mark(11, START.plusMillis(1_001));
    assertThat(view.freshness().stale()).isFalse();
  }

  @Test
  void theStoresClockMayDifferFromOurs() {
    view.snapshotBegins("one");
    view.snapshotEnds(new FeedMark(10, START.minusSeconds(100)));
    assertThat(view.freshness().stale()).isFalse();

    feed.pass(Duration.ofSeconds(10));
    feed.mark(11, START.minusSeconds(95));

    assertThat(view.freshness().age()).as("the mark came late").isEqualTo(Duration.ofSeconds(5));
    feed.mark(12, START.minusSeconds(90));
    assertThat(view.freshness().stale()).isFalse();
  }

  @Test
  void whatIsSeenBetweenMarksIsBeyondTheLast() {
    feed.picture("one", 10);
    assertThat(view.place()).isEqualTo(new ViewPlace("one", 10, false));

    feed.position(7, 3, 5, 1);
    assertThat(view.place()).isEqualTo(new ViewPlace("one", 10, true));
    assertThat(view.place().covers(10, false)).isTrue();
    assertThat(view.place().covers(10, true)).isFalse();

    feed.mark(11, START);
    assertThat(view.place().covers(10, true)).isTrue();
  }

  @Test
  void listenersHearOfChangesThatCanBeRead() {
    List<String> heard = new ArrayList<>();
    view.addListener(
        new ViewListener() {
          @Override
          public void positionChanged(ClientId client, long packed, long version) {
            heard.add("position " + version + " " + view.stock(packed >>> 20).version(0));
          }

          @Override
          public void skuChanged(ViewSku sku) {
            heard.add("sku " + sku.code());
          }

          @Override
          public void rebuilt() {
            heard.add("rebuilt");
          }

          @Override
          public void reached(FeedMark mark) {
            heard.add("reached " + mark.place());
          }
        });
    view.snapshotBegins("one");
    feed.sku(7, CLIENT, "MLK");
    feed.position(7, 3, 5, 1);
    view.snapshotEnds(new FeedMark(10, START));
    feed.position(7, 3, 6, 2);
    feed.position(7, 3, 6, 2);
    feed.mark(11, START);

    assertThat(heard)
        .containsExactly("sku MLK", "rebuilt", "reached 10", "position 2 2", "reached 11");
  }

  @Test
  void distancesAreThoseOfTheGlobe() {
    feed.location(3, CLIENT, "SEA");
    ViewLocation seattle = view.location(CLIENT, "SEA");

    assertThat(seattle.kilometresTo(47.6062, -122.3321)).isZero();
    assertThat(seattle.kilometresTo(45.5152, -122.6784)).isCloseTo(234, within(1.0));
    // By the spherical law of cosines; the true Earth has it 0.3 % farther.
    assertThat(seattle.kilometresTo(51.5074, -0.1278)).isCloseTo(7_699.57, within(0.01));
    assertThat(seattle.kilometresTo(-47.6062, 57.6679)).isCloseTo(20_015, within(1.0));
  }

  @Test
  void readersNeverSeeATornPositionOrAnEarlierVersion() throws Exception {
    feed.picture("one", 10);
    feed.position(7, 3, 1, 1);
    AtomicBoolean over = new AtomicBoolean();
    AtomicReference<String> wrong = new AtomicReference<>();
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      readers.add(Thread.ofPlatform().start(() -> read(over, wrong)));
    }

    for (long version = 2; version < 200_000; version++) {
      feed.position(7, 3, version, version);
      if (version % 64 == 0) {
        feed.position(7, (int) (4 + version % 50), version, version);
      }
    }
    over.set(true);
    for (Thread reader : readers) {
      reader.join();
    }

    assertThat(wrong.get()).isNull();
  }

  private void read(AtomicBoolean over, AtomicReference<String> wrong) {
    long before = 0;
    while (!over.get()) {
      SkuStock stock = view.stock(7);
      for (int i = 0; i < stock.size(); i++) {
        if (stock.onHand(i) != stock.version(i)) {
          wrong.set("torn: " + stock.onHand(i) + " of version " + stock.version(i));
        }
      }
      long version = stock.version(stock.indexOf(3));
      if (version < before) {
        wrong.set("back from " + before + " to " + version);
      }
      before = version;
    }
  }
}
