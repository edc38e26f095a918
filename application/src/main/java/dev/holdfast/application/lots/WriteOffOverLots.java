package dev.holdfast.application.lots;

import dev.holdfast.application.jobs.ExpireReservations;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.domain.stock.lot.LotMark;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.LotStore;
import dev.holdfast.storage.api.LotStore.OverLot;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes off what is left of lots whose last day is over at their location. It asks the store what
 * is over, so that it catches up after any time away. Each lot is written off once for what came of
 * it: its key says what was seen, so two nodes that both believe they lead do no harm, and a lot of
 * which somebody took meanwhile is refused and looked at again. What was reserved becomes a
 * shortfall.
 */
public final class WriteOffOverLots {
  /** How long one round waits for its answers before the next looks again. */
  private static final long ROUND_SECONDS = 20;

  private final LotStore lots;
  private final CommandLanes lanes;
  private final Clock clock;

  public WriteOffOverLots(LotStore lots, CommandLanes lanes, Clock clock) {
    this.lots = lots;
    this.lanes = lanes;
    this.clock = clock;
  }

  /**
   * Writes off what is over now, batch after batch as long as that gets on.
   *
   * @return how many lots were written off
   * @throws StoreUnavailableException when the store cannot be asked
   */
  public int run() throws InterruptedException {
    int all = 0;
    List<OverLot> over;
    int done;
    do {
      over = lots.over(clock.instant(), StockLedger.MAX_BATCH);
      done = writeOff(over);
      all += done;
    } while (done > 0 && over.size() == StockLedger.MAX_BATCH);
    return all;
  }

  private int writeOff(List<OverLot> over) throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    CountDownLatch answered = new CountDownLatch(over.size());
    for (OverLot lot : over) {
      boolean taken =
          lanes.submit(
              command(lot),
              (result, nanos) -> {
                if (isNew(result)) {
                  done.incrementAndGet();
                }
                answered.countDown();
              });
      if (!taken) {
        answered.countDown();
      }
    }
    return answered.await(ROUND_SECONDS, TimeUnit.SECONDS) ? done.get() : 0;
  }

  private static boolean isNew(CommandResult result) {
    return result instanceof CommandResult.Settled settled
        && !settled.replayed()
        && settled.outcome() instanceof Outcome.Done;
  }

  /** A caller's key has no space, so none can be in the way. */
  private static ClientCommand command(OverLot lot) {
    String key =
        "lot over %d %s %s %d %d"
            .formatted(
                lot.position().packed(), lot.lot(), lot.expires(), lot.received(), lot.left());
    return new ClientCommand(
        lot.client(),
        key,
        UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
        ExpireReservations.SYSTEM_ACTOR,
        "lot " + lot.lot() + ": its last day " + lot.expires() + " is over",
        new MoveStock(
            Movement.WRITE_OFF,
            List.of(new Line(lot.position(), lot.left())),
            Map.of(0, new LotMark(lot.lot(), lot.expires()))));
  }
}
