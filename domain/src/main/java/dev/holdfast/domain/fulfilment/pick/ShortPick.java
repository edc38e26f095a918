package dev.holdfast.domain.fulfilment.pick;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A short pick: a slot held less of an item than its pick list asks for. Says who gets what was
 * found, so that as few orders as possible stay incomplete: the smallest wishes first, of equal
 * ones the lower tote.
 *
 * @param slot where; its stock must be counted
 * @param item what is missing there
 * @param picks who gets what was found: one for each order that gets something, by tote
 * @param missing what must be planned again, by tote; empty if enough was found
 */
public record ShortPick(Slot slot, PickItem item, List<Pick> picks, List<Missing> missing) {
  /** Copies its lists. */
  public ShortPick {
    picks = List.copyOf(picks);
    missing = List.copyOf(missing);
  }

  /**
   * What an order did not get.
   *
   * @param quantity in smallest units, at least 1
   */
  public record Missing(String order, int tote, long quantity) {}

  /**
   * What follows from having found so much of an item at a stop.
   *
   * @param found in smallest units, at least 0; what is beyond the wish is left in the slot
   */
  public static ShortPick at(PickStop stop, PickItem item, long found) {
    if (found < 0) {
      throw new IllegalArgumentException("Found " + found + " of " + item.sku() + "; at least 0.");
    }
    List<Pick> picks = shares(stop.picks(), item, found);
    Map<Integer, Long> got = new HashMap<>();
    picks.forEach(pick -> got.put(pick.tote(), pick.quantity()));
    List<Missing> missing = new ArrayList<>();
    for (Pick wish : stop.picks()) {
      long gets = got.getOrDefault(wish.tote(), 0L);
      if (wish.item().equals(item) && gets < wish.quantity()) {
        missing.add(new Missing(wish.order(), wish.tote(), wish.quantity() - gets));
      }
    }
    missing.sort(Comparator.comparingInt(Missing::tote));
    return new ShortPick(stop.slot(), item, picks, missing);
  }

  /** Who gets what was found of an item: one pick for each order that gets something, by tote. */
  public static List<Pick> shares(List<Pick> asked, PickItem item, long found) {
    List<Pick> wishes =
        asked.stream()
            .filter(pick -> pick.item().equals(item))
            .sorted(Comparator.comparingLong(Pick::quantity).thenComparingInt(Pick::tote))
            .toList();
    List<Pick> picks = new ArrayList<>();
    long left = found;
    for (Pick wish : wishes) {
      long gets = Math.min(wish.quantity(), left);
      left -= gets;
      if (gets > 0) {
        picks.add(new Pick(item, gets, wish.order(), wish.tote()));
      }
    }
    picks.sort(Comparator.comparingInt(Pick::tote));
    return picks;
  }
}
