package dev.holdfast.bench.fulfilment.pick;

import dev.holdfast.domain.fulfilment.pick.Habit;
import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.PickOrder;
import dev.holdfast.domain.fulfilment.pick.Slot;
import java.util.ArrayList;
import java.util.List;

/** The baseline of batching: orders as they come, until the next does not fit; S-shaped walks. */
final class FirstCome {
  private FirstCome() {}

  /** The length of all walks together, millimetres. */
  static long lengthMm(Layout layout, List<PickOrder> orders, long capacity) {
    long length = 0;
    long items = 0;
    List<Slot> slots = new ArrayList<>();
    for (PickOrder order : orders) {
      if (items + order.items() > capacity) {
        length += Habit.S_SHAPE.over(layout, slots).lengthMm();
        slots.clear();
        items = 0;
      }
      slots.addAll(order.slots());
      items += order.items();
    }
    return length + Habit.S_SHAPE.over(layout, slots).lengthMm();
  }
}
