package dev.holdfast.domain.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.domain.stock.lot.Lot;
import dev.holdfast.domain.stock.lot.LotMark;
import dev.holdfast.domain.stock.lot.Lots;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Lots kept beside the ledger say the same as a shelf on which every unit has its label. */
final class LotTrackProperties {
  private static final PositionKey POSITION = PositionKey.of(7, 3);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final int COMMANDS = 60;
  private static final int BATCH = 4;
  private static final int CODES = 6;

  /** What a store keeps: the balance, and lots as of the last time they were written. */
  private Balance balance = Balance.EMPTY;

  private final Map<String, Lot> stored = new HashMap<>();

  /** Labels of units, in the order in which they leave; the empty one has no date. */
  private final List<String> shelf = new ArrayList<>();

  @Property(tries = 400)
  void lotsSayWhatAShelfOfLabelledUnitsSays(@ForAll long seed) {
    balance = Balance.EMPTY;
    stored.clear();
    shelf.clear();
    Random random = new Random(seed);
    for (int i = 0; i < COMMANDS; i += BATCH) {
      batch(random);
    }
  }

  private void batch(Random random) {
    List<MoveStock> commands = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      commands.add(command(random));
    }
    WorkingSet set = new WorkingSet();
    set.load(POSITION, balance);
    // As an engine: a batch that only takes away does not read lots.
    if (commands.stream().anyMatch(one -> one.movement() != Movement.SELL)) {
      set.load(POSITION, Lots.of(List.copyOf(stored.values())));
    }
    for (MoveStock command : commands) {
      Decision decision = set.decide(command, new ClientId(1), Instant.EPOCH);
      boolean possible = follow(command);
      assertThat(decision instanceof Decision.Accepted).as("%s", command).isEqualTo(possible);
    }
    balance = set.balance(POSITION);
    for (LotChange change : set.lotChanges()) {
      stored.put(change.lot(), new Lot(change.lot(), change.expires(), change.remaining()));
    }
    Lots lots = Lots.of(List.copyOf(stored.values()));
    for (int code = 0; code < CODES; code++) {
      String lot = "L" + code;
      assertThat(lots.left(lot, balance.onHand()))
          .as("left of %s", lot)
          .isEqualTo(shelf.stream().filter(lot::equals).count());
    }
    assertThat(lots.undated(balance.onHand()))
        .isEqualTo(shelf.stream().filter(String::isEmpty).count());
  }

  private static MoveStock command(Random random) {
    long quantity = 1L + random.nextInt(6);
    int code = random.nextInt(CODES);
    // Of two lots of one day the code decides.
    Map<Integer, LotMark> mark = Map.of(0, new LotMark("L" + code, DAY.plusDays(code / 2)));
    return switch (random.nextInt(7)) {
      case 0, 1 -> new MoveStock(Movement.RECEIVE, lines(quantity), mark);
      case 2 -> new MoveStock(Movement.RECEIVE, lines(quantity));
      case 3 -> new MoveStock(Movement.COUNT, lines(random.nextInt(15)));
      case 4 -> new MoveStock(Movement.WRITE_OFF, lines(quantity), mark);
      default -> new MoveStock(Movement.SELL, lines(quantity));
    };
  }

  private static List<Line> lines(long quantity) {
    return List.of(new Line(POSITION, quantity));
  }

  /** Does it to the shelf, unit by unit; false, with nothing done, where it cannot be done. */
  private boolean follow(MoveStock command) {
    int quantity = (int) command.lines().getFirst().quantity();
    LotMark mark = command.lot(0);
    String label = mark == null ? "" : mark.lot();
    switch (command.movement()) {
      case RECEIVE -> put(label, quantity);
      case COUNT -> {
        put("", Math.max(0, quantity - shelf.size()));
        take(Math.max(0, shelf.size() - quantity));
      }
      case WRITE_OFF -> {
        if (shelf.stream().filter(label::equals).count() < quantity) {
          return false;
        }
        for (int i = 0; i < quantity; i++) {
          shelf.remove(label);
        }
      }
      case SELL -> {
        if (shelf.size() < quantity) {
          return false;
        }
        take(quantity);
      }
      default -> throw new IllegalArgumentException("not told: " + command);
    }
    return true;
  }

  /** Codes are in the order of their dates, so labels in order are first-expired-first. */
  private void put(String label, int quantity) {
    for (int i = 0; i < quantity; i++) {
      shelf.add(label);
    }
    shelf.sort(null);
  }

  private void take(int quantity) {
    shelf.subList(0, quantity).clear();
  }
}
