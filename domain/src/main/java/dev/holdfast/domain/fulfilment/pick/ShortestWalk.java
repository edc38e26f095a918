package dev.holdfast.domain.fulfilment.pick;

import java.util.Collection;

/**
 * Finds the shortest walk from the depot over all slots of a pick list and back: exact, for one
 * block by the programme of Ratliff and Rosenthal (1983), for more by the same over more classes.
 * The layout and the slots have passed {@link LayoutRules}. Deterministic. Immutable: any number of
 * threads.
 */
public final class ShortestWalk {
  private final Floor floor;

  /** For walks on one layout. */
  public ShortestWalk(Layout layout) {
    floor = new Floor(layout);
  }

  /** The walk over slots; one that stays at the depot if there are none. */
  public Walk over(Collection<Slot> slots) {
    if (slots.isEmpty()) {
      return new Trail(floor, slots).end();
    }
    long[] footprint = floor.footprint(slots);
    return new Circuit(floor, footprint, new Programme(floor).choose(footprint)).walk(slots);
  }

  /** The length of that walk, in millimetres. */
  public long lengthMm(Collection<Slot> slots) {
    return new Programme(floor).lengthMm(floor.footprint(slots));
  }
}
