package dev.holdfast.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.contract.feed.FeedReader;
import dev.holdfast.storage.postgres.PostgresStockFeed.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the feed does beyond its contract: slots, rows as PostgreSQL logs them, lost log. */
final class PostgresStockFeedTest {
  private static final String SLOTS =
      " from pg_replication_slots where database = current_database()";

  private final FeedScene scene = new FeedScene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void whatWasRolledBackIsNeverTold() throws SQLException {
    PositionKey position = scene.position();
    scene.receive(position);
    FeedReader<PostgresStockFeed> reader = scene.reader(Reading.ANY_SLOT).awaitPicture();
    try (Connection connection = TestServer.superuser(scene.store.target());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("update position set on_hand = 77, version = 50");
      connection.rollback();
    }
    scene.reserve(position);
    scene.awaitTruth(reader);
    assertThat(FeedScene.versions(reader)).containsEntry(position.packed(), 2L);
  }

  @Test
  void theLongestNamesAreToldWholeWhenAnotherColumnChanges() {
    long sku = scene.store.newSku(scene.client);
    int location = scene.store.newLocation(scene.client);
    scene.store.asSuperuser(
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
    FeedReader<PostgresStockFeed> reader = scene.reader(Reading.ANY_SLOT).awaitPicture();
    scene.store.asSuperuser(
        "update sku set weight_g = 7 where id = " + sku,
        "update location set latitude = 7 where id = " + location);
    reader.await(
        "the change", () -> reader.locations().get(location).location().latitude().intValue() == 7);
    assertThat(reader.skus().get(sku).sku().size().weightG()).isEqualTo(7);
    assertThat(reader.skus().get(sku).sku().barcodes()).hasSize(10);
    assertThat(reader.skus().get(sku).sku().name().codePoints().count()).isEqualTo(200);
    assertThat(reader.locations().get(location).location().address().codePoints().count())
        .isEqualTo(300);
    assertThat(reader.losses()).isEmpty();
  }

  /** So many random characters of four bytes each. */
  private static String incompressible(int length) {
    return "(select string_agg(chr(131072 + (random() * 40000)::int), '') from generate_series(1, "
        + length
        + "))";
  }

  @Test
  void aReaderThatWasCutOffGoesOnWhereItWas() throws SQLException {
    PositionKey position = scene.position();
    scene.receive(position);
    FeedReader<PostgresStockFeed> reader = scene.reader(Reading.LASTING_SLOT).awaitPicture();
    for (int i = 0; i < 3; i++) {
      int losses = reader.losses().size();
      scene.store.cutOffFeeds();
      scene.reserve(position);
      reader.await("the loss", () -> reader.losses().size() > losses);
      scene.reserve(position);
      scene.awaitTruth(reader);
    }
    assertThat(reader.feed().pictures()).as("pictures").isEqualTo(1);
    assertThat(reader.feed().holdsLastingSlot()).isTrue();
  }

  @Test
  void aSecondReaderHasASlotOfItsOwnAndTakesOverTheLastingOne() throws SQLException {
    PositionKey position = scene.position();
    FeedReader<PostgresStockFeed> first = scene.reader(Reading.LASTING_SLOT).awaitPicture();
    FeedReader<PostgresStockFeed> second = scene.reader(Reading.ANY_SLOT).awaitPicture();
    assertThat(first.feed().holdsLastingSlot()).isTrue();
    assertThat(second.feed().holdsLastingSlot()).isFalse();
    scene.receive(position);
    scene.awaitTruth(first);
    scene.awaitTruth(second);

    first.close();
    scene.reserve(position);
    scene.awaitTruth(second);
    second.await("the lasting slot", second.feed()::holdsLastingSlot);
    scene.reserve(position);
    scene.awaitTruth(second);
  }

  @Test
  void oneOfTwoThatWantTheLastingSlotWaitsForIt() throws SQLException {
    PositionKey position = scene.position();
    FeedReader<PostgresStockFeed> first = scene.reader(Reading.LASTING_SLOT).awaitPicture();
    FeedReader<PostgresStockFeed> waiting = scene.reader(Reading.LASTING_SLOT);
    scene.receive(position);
    scene.awaitTruth(first);
    assertThat(waiting.pictures()).isZero();
    first.close();
    scene.reserve(position);
    waiting.awaitPicture();
    scene.awaitTruth(waiting);
    assertThat(scene.texts("select slot_name" + SLOTS)).hasSize(1);
  }

  @Test
  void aSlotThatTheServerGaveUpIsMadeAnewWithAPicture() throws SQLException {
    PositionKey position = scene.position();
    scene.receive(position);
    scene.reader(Reading.LASTING_SLOT).awaitPicture().close();
    scene.store.asSuperuser(
        "alter system set max_slot_wal_keep_size = '1MB'", "select pg_reload_conf()");
    try {
      // Files of log beyond what may be kept, and the checkpoint that gives them up.
      for (int i = 0; i < 3; i++) {
        scene.store.asSuperuser("select pg_switch_wal()", "create table filler_" + i + "(a int)");
      }
      scene.store.asSuperuser("checkpoint");
      assertThat(scene.texts("select wal_status" + SLOTS)).containsExactly("lost");
      scene.reserve(position);
      FeedReader<PostgresStockFeed> next = scene.reader(Reading.LASTING_SLOT).awaitPicture();
      scene.awaitTruth(next);
      scene.reserve(position);
      scene.awaitTruth(next);
    } finally {
      scene.store.asSuperuser(
          "alter system reset max_slot_wal_keep_size", "select pg_reload_conf()");
    }
  }

  @Test
  void anOldPlaceIsNotReplayedByWhoBeginsWithAPicture() throws SQLException {
    PositionKey position = scene.position();
    scene.receive(position);
    scene.reader(Reading.LASTING_SLOT).awaitPicture().close();
    String before = restart();
    for (int i = 0; i < 5; i++) {
      scene.store.asSuperuser("select pg_switch_wal()", "create table filler_" + i + "(a int)");
    }
    scene.reserve(position);

    FeedReader<PostgresStockFeed> next = scene.reader(Reading.LASTING_SLOT).awaitPicture();

    assertThat(
            scene.texts(
                "select pg_wal_lsn_diff(restart_lsn, '" + before + "') > 64 * 1024 * 1024" + SLOTS))
        .containsExactly("t");
    scene.awaitTruth(next);
  }

  private String restart() {
    return scene.texts("select restart_lsn" + SLOTS).getFirst();
  }

  /** A standby that is away holds every commit back, but not the log. */
  @Test
  void whatWasOnlyVisibleAfterThePictureIsToldOnceItIs() throws Exception {
    PositionKey position = scene.position();
    scene.receive(position);
    FeedReader<PostgresStockFeed> first = scene.reader(Reading.LASTING_SLOT).awaitPicture();
    scene.store.asSuperuser(
        "do $$ begin execute format('alter database %I set synchronous_commit = on',"
            + " current_database()); end $$");
    // Its connections are made before anything hangs.
    scene.reserveOn(1, position);
    scene.store.asSuperuser(
        "alter system set synchronous_standby_names = 'nobody'", "select pg_reload_conf()");
    Thread buyer = Thread.ofPlatform().start(() -> scene.reserveOn(1, position));
    FeedReader<PostgresStockFeed> next;
    try {
      first.await("the log's word", () -> FeedScene.versions(first).containsValue(3L));
      String here = scene.texts("select pg_current_wal_insert_lsn()").getFirst();
      String confirmed = "select confirmed_flush_lsn >= '" + here + "'" + SLOTS;
      first.await("its confirmation", () -> scene.texts(confirmed).contains("t"));
      first.close();
      next = scene.reader(Reading.LASTING_SLOT).awaitPicture();
      assertThat(FeedScene.versions(next)).containsEntry(position.packed(), 2L);
    } finally {
      scene.store.asSuperuser(
          "alter system reset synchronous_standby_names", "select pg_reload_conf()");
      buyer.join();
    }
    scene.awaitTruth(next);
    assertThat(FeedScene.versions(next)).containsEntry(position.packed(), 3L);
  }

  @Test
  void theServerIsAskedWhatItKeepsForTheSlot() {
    FeedReader<PostgresStockFeed> reader = scene.reader(Reading.LASTING_SLOT).awaitPicture();
    reader.await("an answer", () -> reader.feed().retainedBytes() > 0);
    assertThat(reader.feed().isConnected()).isTrue();
    reader.close();
    assertThat(reader.feed().isConnected()).isFalse();
  }

  @Test
  void aCommitIsToldWithoutWaitingForAHeartbeat() {
    PositionKey position = scene.position();
    scene.receive(position);
    FeedReader<PostgresStockFeed> reader = scene.reader(Reading.ANY_SLOT).awaitPicture();
    List<Duration> delays = new ArrayList<>();
    for (long version = 2; version < 11; version++) {
      long wanted = version;
      scene.reserve(position);
      long start = System.nanoTime();
      reader.await("it", () -> FeedScene.versions(reader).get(position.packed()) >= wanted);
      delays.add(Duration.ofNanos(System.nanoTime() - start));
    }
    delays.sort(null);
    // Speed is measured in bench/; this is about not waiting.
    assertThat(delays.get(4)).isLessThan(Heartbeat.BEAT.dividedBy(2));
  }
}
