package dev.holdfast.domain.stock;

import dev.holdfast.domain.stock.lot.Lot;
import dev.holdfast.domain.stock.lot.LotMark;
import dev.holdfast.domain.stock.lot.Lots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lots of one position through the commands of a batch. One thread at a time. */
final class LotTrack {
  private final PositionKey position;
  private final Lots loaded;

  /** What came of each lot; its remainder is all of it. */
  private final Map<String, Lot> came = new HashMap<>(2);

  private Lots lots;

  LotTrack(PositionKey position, Lots loaded) {
    this.position = position;
    this.loaded = loaded;
    this.lots = loaded;
  }

  /** What is left of a lot, with so many on hand. */
  long left(String lot, long onHand) {
    return lots.left(lot, onHand);
  }

  /**
   * Takes the effect of a ledger entry.
   *
   * @param mark the lot that came or was written off; null where the entry is about none
   */
  void follow(LedgerEntry entry, @Nullable LotMark mark) {
    long change = entry.onHandDelta();
    long before = entry.after().onHand() - change;
    if (change > 0) {
      lots = lots.settled(before);
      if (mark != null) {
        lots = lots.with(mark, change);
        came.merge(
            mark.lot(),
            new Lot(mark.lot(), mark.expires(), change),
            (earlier, now) ->
                new Lot(now.lot(), now.expires(), earlier.remaining() + now.remaining()));
      }
    } else if (change < 0 && mark != null) {
      lots = lots.settled(before).without(mark.lot(), -change);
    }
  }

  /**
   * Takes from a lot what is handed over. Not settled first: whoever holds goods of a lot that
   * should have left before others is right, and the books are not.
   */
  void picked(LotPick pick) {
    lots = lots.without(pick.lot(), pick.quantity());
  }

  /** Adds the lots that are to be kept differently. */
  void addChanges(List<LotChange> changes) {
    Map<String, Lot> before = byCode(loaded);
    Map<String, Lot> after = byCode(lots);
    Map<String, Lot> met = new TreeMap<>(came);
    met.putAll(before);
    met.putAll(after);
    for (Lot lot : met.values()) {
      Lot now = after.get(lot.lot());
      Lot arrived = came.get(lot.lot());
      if (arrived != null || now == null || !now.equals(before.get(lot.lot()))) {
        long received = arrived == null ? 0 : arrived.remaining();
        long remaining = now == null ? 0 : now.remaining();
        changes.add(new LotChange(position, lot.lot(), lot.expires(), received, remaining));
      }
    }
  }

  private static Map<String, Lot> byCode(Lots lots) {
    Map<String, Lot> byCode = new HashMap<>();
    lots.all().forEach(lot -> byCode.put(lot.lot(), lot));
    return byCode;
  }
}
