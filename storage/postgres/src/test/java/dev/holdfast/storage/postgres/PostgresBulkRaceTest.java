package dev.holdfast.storage.postgres;

import static dev.holdfast.storage.postgres.BulkScene.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.reservation.ReservationTerms;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.storage.api.BulkOrder;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.StockCounts;
import dev.holdfast.storage.postgres.BulkScene.Count;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files beside ordinary commands, and beside each other. */
final class PostgresBulkRaceTest {
  private static final int FILES = 12;
  private static final int COMMANDS = 200;

  private static PostgresFixture store;
  private BulkScene scene;
  private final List<PositionKey> positions = new ArrayList<>();

  @BeforeAll
  static void open() {
    store = new PostgresFixture();
  }

  @AfterAll
  static void closeAndCheckThatNobodyEverWaitedInACircle() throws SQLException {
    store.close();
    try (Connection connection = TestServer.superuser(store.target())) {
      assertThat(
              TwoClients.texts(
                  connection,
                  "select deadlocks from pg_stat_database where datname = current_database()"))
          .containsExactly("0");
    }
  }

  @BeforeEach
  void newShelf() {
    scene = new BulkScene(store);
    for (int i = 0; i < 30; i++) {
      positions.add(scene.position());
    }
    for (PositionKey position : positions.subList(0, 15)) {
      scene.move(Movement.RECEIVE, position, 20);
    }
  }

  @Test
  void filesAndCommandsTogetherKeepEveryPromise() throws Exception {
    List<Callable<Boolean>> crowd = new ArrayList<>();
    for (int node = 0; node < 2; node++) {
      int seed = node;
      crowd.add(() -> importFiles(new Random(seed)));
      crowd.add(() -> reserve(new Random(100 + seed)));
      crowd.add(() -> receive(new Random(200 + seed)));
    }

    assertThat(together(crowd)).containsOnly(true);

    check("select count(*) from position where shortfall <> greatest(0, reserved - on_hand)");
    check(
        """
        select count(*) from (
          select e.*, row_number() over w as dense, lag(on_hand_after, 1, 0::bigint) over w as h,
            lag(reserved_after, 1, 0::bigint) over w as r, lag(at) over w as earlier
          from ledger_entry e
          window w as (partition by position_id order by version)) e
        where version <> dense or on_hand_after <> h + on_hand_delta
          or reserved_after <> r + reserved_delta or at < earlier\
        """);
    check(
        """
        select count(*) from position p left join lateral (
          select * from ledger_entry where position_id = p.id order by version desc limit 1
        ) e on true
        where p.version > 0 and (e.version, e.on_hand_after, e.reserved_after, e.safety_stock_after)
          is distinct from (p.version, p.on_hand, p.reserved, p.safety_stock)\
        """);
    check(
        """
        select count(*) from position p left join (
          select u.id, sum(u.quantity) as claimed
          from reservation r, unnest(r.position_ids, r.quantities) u(id, quantity)
          where r.state = 0 group by u.id) c on c.id = p.id
        where p.reserved <> coalesce(c.claimed, 0)\
        """);
  }

  private boolean importFiles(Random random) {
    for (int i = 0; i < FILES; i++) {
      List<PositionKey> some = new ArrayList<>(positions);
      Collections.shuffle(some, random);
      Count[] rows =
          some.subList(0, 20).stream()
              .map(position -> new Count(position, random.nextInt(30), random.nextInt(3)))
              .toArray(Count[]::new);
      BulkResult result = scene.bulk.countStock(scene.order(), counts(rows));
      if (!(result instanceof BulkResult.Applied)) {
        return false;
      }
    }
    return true;
  }

  private boolean reserve(Random random) {
    for (int i = 0; i < COMMANDS; i++) {
      CommandResult result =
          scene.command(
              UUID.randomUUID().toString(),
              new ReserveStock(
                  UUID.randomUUID(), twoLines(random), ReservationTerms.DEFAULT_TIME_TO_LIVE));
      if (!(result instanceof CommandResult.Settled)) {
        return false;
      }
    }
    return true;
  }

  private boolean receive(Random random) {
    for (int i = 0; i < COMMANDS; i++) {
      CommandResult result =
          scene.command(
              UUID.randomUUID().toString(), new MoveStock(Movement.RECEIVE, twoLines(random)));
      if (!(result instanceof CommandResult.Settled)) {
        return false;
      }
    }
    return true;
  }

  private List<Line> twoLines(Random random) {
    return List.of(
        new Line(positions.get(random.nextInt(positions.size())), 1 + random.nextInt(3)),
        new Line(positions.get(random.nextInt(positions.size())), 1 + random.nextInt(3)));
  }

  @Test
  void theSameOrderManyTimesAtOnceWorksOnce() throws Exception {
    BulkOrder order = scene.order();
    StockCounts file = counts(positions.stream().map(p -> Count.of(p, 3)).toArray(Count[]::new));
    Callable<BulkResult> one = () -> scene.bulk.countStock(order, file);

    List<BulkResult> results = together(Collections.nCopies(5, one));

    assertThat(results)
        .filteredOn(r -> r instanceof BulkResult.Applied applied && !applied.replayed())
        .hasSize(1);
    assertThat(results)
        .allMatch(r -> r instanceof BulkResult.Applied || r instanceof BulkResult.StillRunning);
    assertThat(store.reader().history(scene.client, positions.getLast(), null, 10).items())
        .hasSize(1);
  }

  private static <T> List<T> together(List<Callable<T>> crowd)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(crowd)) {
        results.add(done.get());
      }
      return results;
    }
  }

  /** A count of what must not be. */
  private static void check(String sql) throws SQLException {
    try (Connection connection = TestServer.superuser(store.target())) {
      assertThat(TwoClients.texts(connection, sql)).containsExactly("0");
    }
  }
}
