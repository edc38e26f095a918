package dev.holdfast.application.floor;

import dev.holdfast.application.fulfilment.setup.Facility;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.fulfilment.pick.Batching;
import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.LayoutRules;
import dev.holdfast.domain.fulfilment.pick.PickOrder;
import dev.holdfast.domain.fulfilment.pick.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A floor as pickers can use it, and who picks what with whom. A slot that is wrong is left out and
 * named in the notes: its goods are picked last, from wherever they are. Pure.
 */
final class PickPlan {
  private final @Nullable Layout layout;
  private final Map<String, Slot> slots = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final long capacity;

  /**
   * @param skus codes of everything that is picked
   */
  PickPlan(Facility facility, Collection<String> skus) {
    capacity = facility.pickCapacity();
    Facility.Floor floor = facility.floor();
    if (floor == null) {
      layout = null;
      notes.add(
          "Location "
              + facility.location()
              + " has no layout: lists go by SKU. PUT /v1/fulfilment/layouts/"
              + facility.location()
              + " for the shortest walks.");
      return;
    }
    List<Violation> wrong = LayoutRules.check(floor.layout());
    if (!wrong.isEmpty()) {
      layout = null;
      notes.add(
          "The layout of " + facility.location() + " cannot be walked: " + text(wrong.getFirst()));
      return;
    }
    layout = floor.layout();
    for (String sku : skus.stream().sorted().distinct().toList()) {
      Slot slot = floor.slots().get(sku);
      if (slot == null) {
        notes.add("SKU " + sku + " has no slot: it is picked last. Give it one in the layout.");
        continue;
      }
      List<Violation> amiss = LayoutRules.check(layout, List.of(slot));
      if (amiss.isEmpty()) {
        slots.put(sku, slot);
      } else {
        notes.add("SKU " + sku + " is picked last: its slot " + amiss.getFirst().message());
      }
    }
  }

  private static String text(Violation wrong) {
    return wrong.field() + " " + wrong.message();
  }

  @Nullable Layout layout() {
    return layout;
  }

  /** Where a SKU lies; null where nobody knows or gets there. */
  @Nullable Slot slot(String sku) {
    return slots.get(sku);
  }

  /** What is amiss, in sentences. */
  List<String> notes() {
    return notes;
  }

  /** A shipment as far as walks depend on it. */
  record Asked(UUID shipment, String number, long units, List<String> skus) {}

  /** Who is picked with whom: each shipment once, in walks that are short together. */
  List<List<UUID>> batches(List<Asked> asked) {
    List<List<UUID>> batches = new ArrayList<>();
    List<PickOrder> walked = new ArrayList<>();
    List<Asked> unknown = new ArrayList<>();
    for (Asked one : asked) {
      List<Slot> known = new ArrayList<>();
      for (String sku : one.skus()) {
        Slot slot = slots.get(sku);
        if (slot != null) {
          known.add(slot);
        }
      }
      if (one.units() > capacity) {
        notes.add(
            "Order "
                + one.number()
                + " has "
                + one.units()
                + " units and one walk carries "
                + capacity
                + ": its list takes several walks.");
        batches.add(List.of(one.shipment()));
      } else if (known.isEmpty()) {
        unknown.add(one);
      } else {
        walked.add(new PickOrder(one.shipment().toString(), one.units(), known));
      }
    }
    if (layout != null && !walked.isEmpty()) {
      new Batching(layout, capacity)
          .of(walked)
          .batches()
          .forEach(batch ->
              batches.add(batch.orders().stream().map(one -> UUID.fromString(one.id())).toList()));
    }
    inTurn(unknown, batches);
    return batches;
  }

  /** Where no way is known to be shorter: as they come, as many as one carries. */
  private void inTurn(List<Asked> asked, List<List<UUID>> batches) {
    List<UUID> open = new ArrayList<>();
    long units = 0;
    for (Asked one : asked) {
      if (!open.isEmpty() && units + one.units() > capacity) {
        batches.add(List.copyOf(open));
        open.clear();
        units = 0;
      }
      open.add(one.shipment());
      units += one.units();
    }
    if (!open.isEmpty()) {
      batches.add(List.copyOf(open));
    }
  }
}
