package dev.holdfast.application.lanes;

import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.StockLedger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Where commands wait for their batch. Commands on one position share a lane, which makes its
 * batches big and keeps it from waiting for itself; that is a hint for speed and nothing more,
 * because the store locks what it changes. Safe for any number of threads.
 */
public final class CommandLanes implements AutoCloseable {
  /**
   * The most commands waiting in one lane, of each kind: a quarter of a second of work at the
   * measured rate, so that whoever is let in is also answered soon.
   */
  public static final int LANE_CAPACITY = 8192;

  /** A batch takes milliseconds; one that takes this long has probably met a dead server. */
  private static final Duration STUCK = Duration.ofSeconds(1);

  private final Lane[] lanes;
  private final StoreGate gate;
  private final CountDownLatch stop = new CountDownLatch(1);

  /**
   * Starts the lanes.
   *
   * @param count how many batches may be written at once, at least 1
   */
  public CommandLanes(int count, StockLedger ledger, LaneListener listener) {
    gate = new StoreGate(ledger::isReachable);
    lanes = new Lane[count];
    for (int i = 0; i < count; i++) {
      lanes[i] = new Lane("lane-" + i, LANE_CAPACITY, ledger, listener, gate);
      lanes[i].start();
    }
    Thread.ofVirtual().name("lanes-watch").start(this::watch);
  }

  /**
   * Hands a command over.
   *
   * @return false when too many wait already, the store is away or the lanes are closing: nothing
   *     was or will be done
   */
  public boolean submit(ClientCommand command, Completion completion) {
    if (gate.isShut()) {
      return false;
    }
    StockCommand stock = command.command();
    return lanes[lane(stock)].offer(command, completion, isEnding(stock));
  }

  /** Whether a new claim would be refused for lack of room. */
  public boolean isFull() {
    for (Lane lane : lanes) {
      if (lane.waiting() >= LANE_CAPACITY) {
        return true;
      }
    }
    return false;
  }

  /** Whether the store cannot be reached: commands are refused until it answers again. */
  public boolean isStoreAway() {
    return gate.isShut();
  }

  /** Somebody else met a store that does not answer: looks, on the calling thread. */
  public void suspectStore() {
    gate.suspect();
  }

  /** Notices a server that neither answers nor hangs up. */
  private void watch() {
    try {
      while (!stop.await(StoreGate.PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        for (Lane lane : lanes) {
          if (lane.isStuck(STUCK.toNanos())) {
            gate.suspect();
          }
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many commands wait. */
  public int waiting() {
    int sum = 0;
    for (Lane lane : lanes) {
      sum += lane.waiting();
    }
    return sum;
  }

  private int lane(StockCommand command) {
    long key =
        switch (command) {
          case StockCommand.ReserveStock reserve -> first(reserve.lines());
          case StockCommand.MoveStock move -> first(move.lines());
          case StockCommand.SendTransfer send -> first(send.lines());
          case StockCommand.SettleReservation settle -> low(settle.id());
          case StockCommand.ExtendReservation extend -> low(extend.id());
          case StockCommand.SettleTransfer settle -> low(settle.id());
          case StockCommand.ChangeOrder change ->
              change.holds().isEmpty()
                  ? low(change.order())
                  : first(change.holds().getFirst().lines());
        };
    return (int) Long.remainderUnsigned(mix(key), lanes.length);
  }

  private static long first(List<Line> lines) {
    return lines.getFirst().position().packed();
  }

  private static long low(UUID id) {
    return id.getLeastSignificantBits();
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): neighbours land in different lanes. */
  private static long mix(long key) {
    long z = (key ^ (key >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static boolean isEnding(StockCommand command) {
    return command instanceof StockCommand.SettleReservation
        || command instanceof StockCommand.SettleTransfer
        || (command instanceof StockCommand.ChangeOrder change && change.holds().isEmpty());
  }

  @Override
  public void close() {
    stop.countDown();
    gate.close();
    for (Lane lane : lanes) {
      lane.stop();
    }
  }
}
