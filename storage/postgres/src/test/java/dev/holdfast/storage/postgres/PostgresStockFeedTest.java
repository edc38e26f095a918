package dev.holdfast.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.postgres.PostgresStockFeed.Reading;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The feed of a real PostgreSQL, compared with what its tables hold. */
class PostgresStockFeedTest {
  private final FeedScene scene = new FeedScene();

  @AfterEach
  void close() throws SQLException {
    scene.close();
  }

  @Test
  void aPictureHoldsWhatWasCommittedBefore() throws SQLException {
    PositionKey[] positions = {scene.position(), scene.position(), scene.position()};
    scene.receive(positions);
    scene.reserve(positions[0], positions[2]);

    FeedReader reader = scene.reader(Reading.ANY_SLOT).awaitPicture();

    assertThat(reader.positions()).isEqualTo(scene.truth());
    assertThat(reader.skus).hasSize(3).allMatch(sku -> sku.client().equals(scene.client));
    assertThat(reader.locations).hasSize(3);
  }

  @Test
  void everyCommitIsToldAfterThePicture() throws SQLException {
    FeedReader reader = scene.reader(Reading.ANY_SLOT).awaitPicture();
    PositionKey one = scene.position();
    PositionKey other = scene.position();
    scene.receive(one, other);
    for (int i = 0; i < 10; i++) {
      scene.reserve(one);
    }
    scene.awaitTruth(reader);
    assertThat(reader.feed.pictures()).isEqualTo(1);
    assertThat(reader.losses).isEmpty();
  }

  @Test
  void whatWasRolledBackIsNeverTold() throws SQLException {
    PositionKey position = scene.position();
    scene.receive(position);
    FeedReader reader = scene.reader(Reading.ANY_SLOT).awaitPicture();
    try (Connection connection = TestServer.superuser(scene.store.target());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("update position set on_hand = 77, version = 50");
      connection.rollback();
    }
    scene.reserve(position);
    scene.awaitTruth(reader);
    assertThat(reader.positions().get(position.packed())).isEqualTo(List.of(10L, 1L, 0L, 2L));
  }

  @Test
  void changesOfTheCatalogueAreTold() throws SQLException {
    FeedReader reader = scene.reader(Reading.ANY_SLOT).awaitPicture();
    long sku = scene.store.newSku(scene.client);
    int location = scene.store.newLocation(scene.client);
    scene.asSuperuser(
        "update sku set name = 'Käse', barcodes = '{4006381333931,96385074}' where id = " + sku,
        "update location set region = 'north' where id = " + location);
    reader.await("the location", () -> has(reader, location, "north"));
    assertThat(reader.skus)
        .anySatisfy(told -> {
          assertThat(told.id()).isEqualTo(sku);
          assertThat(told.sku().name()).isEqualTo("Käse");
          assertThat(told.sku().barcodes()).containsExactly("4006381333931", "96385074");
        });
  }

  private static boolean has(FeedReader reader, int location, String region) {
    return reader.locations.stream()
        .anyMatch(told -> told.id() == location && told.location().region().equals(region));
  }

  @Test
  void theLongestNamesAreToldWholeWhenAnotherColumnChanges() throws SQLException {
    long sku = scene.store.newSku(scene.client);
    int location = scene.store.newLocation(scene.client);
    scene.asSuperuser(
        "update sku set name = "
            + incompressible(200)
            + ", category = "
            + incompressible(64)
            + ", barcodes = array(select (40000000000000 + n)::text from generate_series(1, 10) n)"
            + " where id = "
            + sku,
        "update location set name = "
            + incompressible(200)
            + ", address = "
            + incompressible(300)
            + ", region = "
            + incompressible(64)
            + " where id = "
            + location);
    FeedReader reader = scene.reader(Reading.ANY_SLOT).awaitPicture();
    scene.asSuperuser(
        "update sku set weight_g = 7 where id = " + sku,
        "update location set latitude = 7 where id = " + location);
    reader.await(
        "the change", () -> reader.locations.getLast().location().latitude().intValue() == 7);
    assertThat(reader.skus.getLast().sku().size().weightG()).isEqualTo(7);
    assertThat(reader.skus.getLast().sku().barcodes()).hasSize(10);
    assertThat(reader.skus.getLast().sku().name().codePoints().count()).isEqualTo(200);
    assertThat(reader.locations.getLast().location().address().codePoints().count()).isEqualTo(300);
    assertThat(reader.losses).isEmpty();
  }

  /** So many random characters of four bytes each. */
  private static String incompressible(int length) {
    return "(select string_agg(chr(131072 + (random() * 40000)::int), '') from generate_series(1, "
        + length
        + "))";
  }

  @Test
  void aHeartbeatMovesTheMarkWhileNothingHappens() {
    FeedReader reader = scene.reader(Reading.ANY_SLOT).awaitPicture();
    Instant first = reader.mark().asOf();
    reader.await("a later mark", () -> reader.mark().asOf().isAfter(first.plusMillis(1_500)));
  }

  @Test
  void aReaderThatWasCutOffGoesOnWhereItWas() throws SQLException {
    PositionKey position = scene.position();
    scene.receive(position);
    FeedReader reader = scene.reader(Reading.LASTING_SLOT).awaitPicture();
    for (int i = 0; i < 3; i++) {
      int losses = reader.losses.size();
      scene.asSuperuser(
          "select pg_terminate_backend(active_pid) from pg_replication_slots"
              + " where database = current_database() and active");
      scene.reserve(position);
      reader.await("the loss", () -> reader.losses.size() > losses);
      scene.reserve(position);
      scene.awaitTruth(reader);
    }
    assertThat(reader.feed.pictures()).as("pictures").isEqualTo(1);
    assertThat(reader.feed.holdsLastingSlot()).isTrue();
  }

  @Test
  void aSecondReaderHasASlotOfItsOwnAndTakesOverTheLastingOne() throws SQLException {
    PositionKey position = scene.position();
    FeedReader first = scene.reader(Reading.LASTING_SLOT).awaitPicture();
    FeedReader second = scene.reader(Reading.ANY_SLOT).awaitPicture();
    assertThat(first.feed.holdsLastingSlot()).isTrue();
    assertThat(second.feed.holdsLastingSlot()).isFalse();
    scene.receive(position);
    scene.awaitTruth(first);
    scene.awaitTruth(second);

    first.close();
    scene.reserve(position);
    scene.awaitTruth(second);
    second.await("the lasting slot", second.feed::holdsLastingSlot);
    scene.reserve(position);
    scene.awaitTruth(second);
  }

  @Test
  void oneOfTwoThatWantTheLastingSlotWaitsForIt() throws SQLException {
    PositionKey position = scene.position();
    FeedReader first = scene.reader(Reading.LASTING_SLOT).awaitPicture();
    FeedReader waiting = scene.reader(Reading.LASTING_SLOT);
    scene.receive(position);
    scene.awaitTruth(first);
    assertThat(waiting.ended).isZero();
    first.close();
    scene.reserve(position);
    waiting.awaitPicture();
    scene.awaitTruth(waiting);
    assertThat(slots()).hasSize(1);
  }

  @Test
  void aSlotThatTheServerGaveUpIsMadeAnewWithAPicture() throws SQLException {
    PositionKey position = scene.position();
    scene.receive(position);
    FeedReader reader = scene.reader(Reading.LASTING_SLOT).awaitPicture();
    reader.close();
    scene.asSuperuser("alter system set max_slot_wal_keep_size = '1MB'", "select pg_reload_conf()");
    try {
      // Three files of log beyond what may be kept, and the checkpoint that gives them up.
      for (int i = 0; i < 3; i++) {
        scene.asSuperuser("select pg_switch_wal()", "create table filler_" + i + "(a int)");
      }
      scene.asSuperuser("checkpoint");
      reader.await("the slot's loss", () -> statuses().contains("lost"));
      scene.reserve(position);
      FeedReader next = scene.reader(Reading.LASTING_SLOT).awaitPicture();
      scene.awaitTruth(next);
      scene.reserve(position);
      scene.awaitTruth(next);
    } finally {
      scene.asSuperuser("alter system reset max_slot_wal_keep_size", "select pg_reload_conf()");
    }
  }

  @Test
  void changesWhileThePictureIsReadAreNotMissed() throws Exception {
    PositionKey[] positions = new PositionKey[20];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = scene.position();
    }
    scene.receive(positions);
    AtomicBoolean going = new AtomicBoolean(true);
    Thread buyer =
        Thread.ofPlatform()
            .start(() -> {
              while (going.get()) {
                scene.receive(positions);
                scene.reserve(positions);
              }
            });
    List<FeedReader> readers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      readers.add(scene.reader(Reading.ANY_SLOT).awaitPicture());
    }
    going.set(false);
    buyer.join();
    for (FeedReader reader : readers) {
      scene.awaitTruth(reader);
    }
  }

  @Test
  void aCommitIsToldWithinMilliseconds() throws SQLException {
    PositionKey position = scene.position();
    scene.receive(position);
    FeedReader reader = scene.reader(Reading.ANY_SLOT).awaitPicture();
    scene.awaitTruth(reader);
    List<Duration> delays = new ArrayList<>();
    for (long version = 2; version < 11; version++) {
      long wanted = version;
      scene.reserve(position);
      long start = System.nanoTime();
      reader.await("it", () -> reader.positions().get(position.packed()).get(3) >= wanted);
      delays.add(Duration.ofNanos(System.nanoTime() - start));
    }
    delays.sort(null);
    // Speed is measured in bench/; this is about not waiting for a heartbeat.
    assertThat(delays.get(4)).isLessThan(Heartbeat.BEAT);
  }

  private List<String> slots() throws SQLException {
    return texts("select slot_name from pg_replication_slots where database = current_database()");
  }

  private List<String> statuses() {
    try {
      return texts(
          "select wal_status from pg_replication_slots where database = current_database()");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = TestServer.superuser(scene.store.target());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}
