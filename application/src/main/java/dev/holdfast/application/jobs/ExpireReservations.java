package dev.holdfast.application.jobs;

import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.api.StockLedger.DueReservation;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Gives back the stock of reservations whose time is over. It asks the store what is due by the
 * store's clock, so it forgets nothing over a restart; the decider ends each reservation once, so
 * two nodes that both believe they lead do no harm.
 */
public final class ExpireReservations {
  /** The actor of what the system does by itself. */
  public static final int SYSTEM_ACTOR = 0;

  /** How long one round waits for its answers before the next looks again. */
  private static final long ROUND_SECONDS = 20;

  private final StockLedger ledger;
  private final CommandLanes lanes;

  public ExpireReservations(StockLedger ledger, CommandLanes lanes) {
    this.ledger = ledger;
    this.lanes = lanes;
  }

  /**
   * Expires what is due now, batch after batch.
   *
   * @return how many were found due
   */
  public int run() throws InterruptedException {
    int found = 0;
    List<DueReservation> due;
    do {
      due = ledger.due(StockLedger.MAX_BATCH);
      found += due.size();
      if (!due.isEmpty() && !expire(due)) {
        return found;
      }
    } while (due.size() == StockLedger.MAX_BATCH);
    return found;
  }

  private boolean expire(List<DueReservation> due) throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(due.size());
    for (DueReservation reservation : due) {
      if (!lanes.submit(command(reservation), (result, nanos) -> answered.countDown())) {
        answered.countDown();
      }
    }
    return answered.await(ROUND_SECONDS, TimeUnit.SECONDS);
  }

  /** A caller's key has no space, so none can be in the way; each try has a key of its own. */
  private static ClientCommand command(DueReservation due) {
    UUID attempt = UUID.randomUUID();
    return new ClientCommand(
        due.client(),
        "expire " + attempt,
        attempt,
        SYSTEM_ACTOR,
        null,
        new SettleReservation(due.id(), Settlement.EXPIRE));
  }
}
