package dev.holdfast.application.reporting.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.RefusalLog;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refused lines are summed up, wait for the store, and are dropped where there is no room. */
class RefusalQueueTest {
  private static final ClientId CLIENT = new ClientId(1);
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.750Z");

  private final Kept kept = new Kept();
  private final RefusalQueue queue = new RefusalQueue(kept, Clock.fixed(NOW, ZoneOffset.UTC));

  /** Keeps rows in memory, and can be away. */
  private static final class Kept implements RefusalLog {
    private final List<Refused> rows = new ArrayList<>();
    private boolean away;
    private int tries;

    @Override
    public synchronized void keep(List<Refused> refused) {
      assertThat(refused).hasSizeBetween(1, MAX_ROWS);
      tries++;
      notifyAll();
      if (away) {
        throw new StoreUnavailableException("away", new IllegalStateException());
      }
      rows.addAll(refused);
    }

    synchronized void away(boolean isAway) {
      away = isAway;
    }

    synchronized void awaitTry() throws InterruptedException {
      while (tries == 0) {
        wait();
      }
    }
  }

  private void refuse(int skus) {
    for (int sku = 1; sku <= skus; sku++) {
      queue.refused(CLIENT, sku, 3, 2);
    }
  }

  @Test
  void aCrowdAtOneSkuMakesOneRowASecond() {
    for (int i = 0; i < 1_000; i++) {
      queue.refused(CLIENT, 7, 3, 5);
    }
    queue.start();
    queue.close();

    assertThat(kept.rows)
        .containsExactly(
            new RefusalLog.Refused(
                CLIENT, 7, 3, Instant.parse("2026-11-20T12:00:00Z"), 1_000, 5_000));
    assertThat(queue.dropped()).isZero();
  }

  @Test
  void whatHasNoRoomIsDroppedAndCounted() {
    refuse(RefusalQueue.CAPACITY + 30);
    // Those that have a row already need no room.
    refuse(10);
    queue.start();
    queue.close();

    assertThat(queue.dropped()).isEqualTo(30);
    assertThat(kept.rows).hasSize(RefusalQueue.CAPACITY);
    assertThat(kept.rows.stream().mapToLong(RefusalLog.Refused::lines).sum())
        .isEqualTo(RefusalQueue.CAPACITY + 10);
  }

  @Test
  void whatTheStoreDidNotTakeWaitsForIt() throws Exception {
    kept.away(true);
    refuse(2 * RefusalLog.MAX_ROWS);
    queue.start();
    kept.awaitTry();
    kept.away(false);
    queue.close();

    assertThat(queue.dropped()).isZero();
    assertThat(kept.rows).hasSize(2 * RefusalLog.MAX_ROWS).doesNotHaveDuplicates();
  }
}
