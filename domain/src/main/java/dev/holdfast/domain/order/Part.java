package dev.holdfast.domain.order;

import dev.holdfast.domain.stock.Line;

/**
 * What a shipment takes for one line of its order.
 *
 * @param line the line's index in the order, from 0
 * @param taken from where, and how much
 * @param returned how much of it has come back, at most what was taken
 */
public record Part(int line, Line taken, long returned) {
  /** Of which nothing has come back. */
  public Part(int line, Line taken) {
    this(line, taken, 0);
  }

  /** The same with another quantity, of which nothing has come back. */
  Part of(long quantity) {
    return new Part(line, new Line(taken.position(), quantity));
  }

  /** What could still come back. */
  public long away() {
    return taken.quantity() - returned;
  }
}
