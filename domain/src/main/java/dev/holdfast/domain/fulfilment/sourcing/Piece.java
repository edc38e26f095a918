package dev.holdfast.domain.fulfilment.sourcing;

import java.util.ArrayList;
import java.util.List;

/**
 * What a search moves as a whole: an item, several that were bundled, or what one place gives of an
 * item that had to be split.
 *
 * @param items the items it is of, in order, with their units in {@code parts}
 * @param onlyPlace the one place that may ship it; -1 when every place that has it may
 */
record Piece(List<Integer> items, List<Part> parts, Load load, int onlyPlace) {
  static Piece whole(int item, Part part) {
    return new Piece(List.of(item), List.of(part), Load.of(part), -1);
  }

  static Piece share(int item, Part part, int place) {
    return new Piece(List.of(item), List.of(part), Load.of(part), place);
  }

  /** Both as one, where this may ship. */
  Piece with(Piece other) {
    List<Integer> both = new ArrayList<>(items);
    both.addAll(other.items);
    List<Part> units = new ArrayList<>(parts);
    units.addAll(other.parts);
    return new Piece(both, units, load.and(other.load), onlyPlace);
  }

  boolean shipsFrom(Question<?> question, int place) {
    if (onlyPlace >= 0) {
      return onlyPlace == place;
    }
    for (int item : items) {
      if (!question.places.get(place).has(question.items.get(item))) {
        return false;
      }
    }
    return true;
  }

  /** Items as a mask. */
  long mask() {
    long mask = 0;
    for (int item : items) {
      mask |= 1L << item;
    }
    return mask;
  }
}
