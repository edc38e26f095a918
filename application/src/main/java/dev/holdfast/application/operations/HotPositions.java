package dev.holdfast.application.operations;

import dev.holdfast.application.lanes.LaneListener;
import dev.holdfast.application.lanes.WrittenBatch;
import dev.holdfast.application.operations.SpaceSaving.Frequency;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Which positions most commands were about in the last minute. Counts in two windows of half a
 * minute, the one at hand and the one before, so that what is told covers the last 30 to 60 s and
 * nothing older.
 *
 * <p>Bounded: {@link #COUNTERS} positions a window, however many there are. What is told of a
 * position is what is certain: never too much, and too little by at most one in {@link #COUNTERS}
 * of all commands. Safe for any number of threads: a lane waits for another's batch at most.
 */
public final class HotPositions implements LaneListener {
  /** At the measured peak of 40,000 commands a second, 40 a second on one position are noticed. */
  static final int COUNTERS = 1_024;

  static final Duration WINDOW = Duration.ofSeconds(30);

  /** What is covered counts as this long at least: a rate of the first moments would be noise. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final LongSupplier nanoClock;
  private SpaceSaving<Place> now = new SpaceSaving<>(COUNTERS);
  private SpaceSaving<Place> before = new SpaceSaving<>(COUNTERS);
  private long windowBegan;
  private boolean hasBefore;

  /** A position and whose it is. */
  record Place(ClientId client, PositionKey position) {}

  /** How many commands a second were about a position. */
  record Heat(Place place, double commandsPerSecond) {}

  public HotPositions() {
    this(System::nanoTime);
  }

  /**
   * @param nanoClock as {@link System#nanoTime}
   */
  HotPositions(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.windowBegan = nanoClock.getAsLong();
  }

  @Override
  public synchronized void batch(WrittenBatch batch) {
    turn();
    for (int i = 0; i < batch.size(); i++) {
      ClientCommand command = batch.commands().get(i);
      for (PositionKey position : positions(command.command(), batch.results().get(i))) {
        now.add(new Place(command.client(), position));
      }
    }
  }

  /** The positions that a command was about, each once. */
  private static Collection<PositionKey> positions(StockCommand command, CommandResult result) {
    if (result instanceof CommandResult.NoEffect) {
      return List.of();
    }
    return switch (command) {
      case StockCommand.ReserveStock reserve -> of(reserve.lines());
      case StockCommand.MoveStock move -> of(move.lines());
      case StockCommand.SendTransfer send -> of(send.lines());
      case StockCommand.SettleReservation settle -> touched(result);
      case StockCommand.ExtendReservation extend -> touched(result);
      case StockCommand.SettleTransfer settle -> touched(result);
      case StockCommand.ChangeOrder change -> touched(result);
    };
  }

  private static Collection<PositionKey> of(List<Line> lines) {
    return lines.size() == 1
        ? List.of(lines.getFirst().position())
        : lines.stream().map(Line::position).collect(Collectors.toSet());
  }

  /** What names no position itself was about those that it changed. */
  private static Set<PositionKey> touched(CommandResult result) {
    return result instanceof CommandResult.Settled settled
            && settled.outcome() instanceof Outcome.Done done
        ? done.lines().stream().map(Outcome.AppliedLine::position).collect(Collectors.toSet())
        : Set.of();
  }

  /** The hottest positions, hottest first. */
  synchronized List<Heat> top(int most) {
    turn();
    Map<Place, Long> counts = new HashMap<>();
    for (SpaceSaving<Place> window : List.of(before, now)) {
      for (Frequency<Place> one : window.frequencies()) {
        counts.merge(one.key(), one.atLeast(), Long::sum);
      }
    }
    long covered = nanoClock.getAsLong() - windowBegan + (hasBefore ? WINDOW.toNanos() : 0);
    double seconds = Math.max(covered, SHORTEST.toNanos()) / 1e9;
    return counts.entrySet().stream()
        .filter(one -> one.getValue() > 0)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .map(one -> new Heat(one.getKey(), one.getValue() / seconds))
        .toList();
  }

  /** Begins another window when this one is over. */
  private void turn() {
    long past = (nanoClock.getAsLong() - windowBegan) / WINDOW.toNanos();
    if (past <= 0) {
      return;
    }
    SpaceSaving<Place> oldest = before;
    before = now;
    now = oldest;
    now.clear();
    if (past > 1) {
      before.clear();
    }
    windowBegan += past * WINDOW.toNanos();
    hasBefore = true;
  }
}
