package dev.holdfast.domain.fulfilment.pick;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * A pick list is what one person picks in one walk: its stops, in the order of the shortest walk.
 *
 * @param orders the order of each tote
 * @param stops every slot once
 * @param walk the way, with the slots in the same order
 */
public record PickList(List<String> orders, List<PickStop> stops, Walk walk) {
  private static final Comparator<Pick> WITHIN_STOP =
      Comparator.comparing((Pick pick) -> pick.item().client())
          .thenComparing(pick -> pick.item().sku())
          .thenComparing(
              pick -> pick.item().lot(), Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(Pick::tote);

  /** Copies its lists. */
  public PickList {
    orders = List.copyOf(orders);
    stops = List.copyOf(stops);
  }

  private record Handful(String order, PickItem item) {}

  /**
   * The pick list of tasks whose slots {@link LayoutRules} has passed. Totes are given to orders as
   * they come; what one order takes of one item from one slot becomes one pick.
   */
  public static PickList of(ShortestWalk shortest, List<PickTask> tasks) {
    SequencedSet<String> orders = new LinkedHashSet<>();
    Map<Slot, Map<Handful, Long>> wanted = new HashMap<>();
    for (PickTask task : tasks) {
      orders.add(task.order());
      wanted
          .computeIfAbsent(task.slot(), any -> new HashMap<>())
          .merge(new Handful(task.order(), task.item()), task.quantity(), Math::addExact);
    }
    List<String> totes = List.copyOf(orders);
    Map<String, Integer> toteOf = new HashMap<>();
    totes.forEach(order -> toteOf.put(order, toteOf.size()));
    Walk walk = shortest.over(wanted.keySet());
    List<PickStop> stops = new ArrayList<>();
    for (Slot slot : walk.stops()) {
      List<Pick> picks = new ArrayList<>();
      wanted
          .getOrDefault(slot, Map.of())
          .forEach((handful, quantity) ->
              picks.add(
                  new Pick(
                      handful.item(),
                      quantity,
                      handful.order(),
                      toteOf.getOrDefault(handful.order(), 0))));
      picks.sort(WITHIN_STOP);
      stops.add(new PickStop(slot, picks));
    }
    return new PickList(totes, stops, walk);
  }
}
