package dev.holdfast.domain.fulfilment.pick;

/**
 * A point of the floor, in millimetres: x to the right of the middle of the first aisle, y to the
 * back of the middle of the front cross aisle.
 */
public record Point(int xMm, int yMm) {
  /** How far it is to a point straight ahead or straight aside, in millimetres. */
  long straightTo(Point other) {
    return Math.abs((long) xMm - other.xMm) + Math.abs((long) yMm - other.yMm);
  }
}
