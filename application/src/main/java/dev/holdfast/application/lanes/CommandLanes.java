package dev.holdfast.application.lanes;

import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.StockLedger;
import java.util.List;
import java.util.UUID;

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

  private final Lane[] lanes;

  /**
   * Starts the lanes.
   *
   * @param count how many batches may be written at once, at least 1
   */
  public CommandLanes(int count, StockLedger ledger, LaneListener listener) {
    lanes = new Lane[count];
    for (int i = 0; i < count; i++) {
      lanes[i] = new Lane("lane-" + i, LANE_CAPACITY, ledger, listener);
      lanes[i].start();
    }
  }

  /**
   * Hands a command over.
   *
   * @return false when too many wait already or the lanes are closing: nothing was or will be done
   */
  public boolean submit(ClientCommand command, Completion completion) {
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
        || command instanceof StockCommand.SettleTransfer;
  }

  @Override
  public void close() {
    for (Lane lane : lanes) {
      lane.stop();
    }
  }
}
