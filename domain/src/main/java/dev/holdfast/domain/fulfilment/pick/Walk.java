package dev.holdfast.domain.fulfilment.pick;

import java.util.List;

/**
 * A walk leaves the depot, passes every slot of a pick list, and comes back.
 *
 * @param stops every slot once, in the order in which it is reached
 * @param line the corners of the way, from the depot to the depot; two neighbours differ in x or in
 *     y, never in both; the depot alone if there is nothing to pick
 * @param lengthMm the length of the line, millimetres
 */
public record Walk(List<Slot> stops, List<Point> line, long lengthMm) {
  /** Copies its lists. */
  public Walk {
    stops = List.copyOf(stops);
    line = List.copyOf(line);
  }
}
