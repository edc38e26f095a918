package dev.holdfast.domain.fulfilment.pick;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Waves, the most urgent first, and the orders that no wave can take: every order is in exactly one
 * of them. Within a cut-off the carriers follow by name; an order goes to the first wave of its
 * carrier and cut-off that has room for it.
 */
public record Waves(List<Wave> waves, List<Held> held) {
  /** Copies its lists. */
  public Waves {
    waves = List.copyOf(waves);
    held = List.copyOf(held);
  }

  /** Why no wave takes an order. */
  public enum Reason {
    CUT_OFF_PASSED,
    TOO_MANY_UNITS
  }

  /**
   * An order that no wave takes.
   *
   * @param text one sentence that says why, and how to mend it
   */
  public record Held(String order, Reason reason, String text) {}

  private record Group(Instant cutOff, String carrier) {}

  /**
   * The waves of released orders.
   *
   * @param orders as they came
   * @param earliest the first cut-off that can still be met
   */
  public static Waves of(List<WaveOrder> orders, WaveLimits limits, Instant earliest) {
    List<Held> held = new ArrayList<>();
    Map<Group, List<Filling>> groups =
        new TreeMap<>(Comparator.comparing(Group::cutOff).thenComparing(Group::carrier));
    for (WaveOrder order : orders) {
      if (order.units() > limits.maxUnits()) {
        held.add(tooMany(order, limits));
      } else if (order.cutOff().isBefore(earliest)) {
        held.add(passed(order, earliest));
      } else {
        Group group = new Group(order.cutOff(), order.carrier());
        put(order, groups.computeIfAbsent(group, any -> new ArrayList<>()), limits);
      }
    }
    List<Wave> waves = new ArrayList<>();
    groups.forEach((group, fillings) ->
        fillings.forEach(one -> waves.add(one.wave(group.carrier(), group.cutOff(), limits))));
    return new Waves(waves, held);
  }

  private static void put(WaveOrder order, List<Filling> fillings, WaveLimits limits) {
    for (Filling filling : fillings) {
      if (filling.takes(order, limits)) {
        return;
      }
    }
    Filling fresh = new Filling();
    fresh.takes(order, limits);
    fillings.add(fresh);
  }

  private static Held tooMany(WaveOrder order, WaveLimits limits) {
    String text =
        "Order "
            + order.id()
            + " has "
            + order.units()
            + " units and a wave takes "
            + limits.maxUnits()
            + ": raise the limit, or split the order.";
    return new Held(order.id(), Reason.TOO_MANY_UNITS, text);
  }

  private static Held passed(WaveOrder order, Instant earliest) {
    String text =
        "Order "
            + order.id()
            + " was to leave with "
            + order.carrier()
            + " at "
            + order.cutOff()
            + ", and the earliest that can be met is "
            + earliest
            + ": plan it again for a later cut-off.";
    return new Held(order.id(), Reason.CUT_OFF_PASSED, text);
  }

  /** A wave while orders are put into it. */
  private static final class Filling {
    private final List<String> orders = new ArrayList<>();
    private long units;
    private boolean lackedUnits;

    boolean takes(WaveOrder order, WaveLimits limits) {
      if (orders.size() == limits.maxOrders()) {
        return false;
      }
      if (order.units() > limits.maxUnits() - units) {
        lackedUnits = true;
        return false;
      }
      orders.add(order.id());
      units += order.units();
      return true;
    }

    Wave wave(String carrier, Instant cutOff, WaveLimits limits) {
      Wave.Closed closed = lackedUnits ? Wave.Closed.UNITS_FULL : Wave.Closed.NOTHING_LEFT;
      if (orders.size() == limits.maxOrders()) {
        closed = Wave.Closed.ORDERS_FULL;
      }
      return new Wave(carrier, cutOff, orders, units, closed);
    }
  }
}
