package dev.holdfast.domain.stock;

/**
 * One line of a command: a position and a quantity in the SKU's smallest unit. The sign and range
 * of the quantity depend on the command.
 */
public record Line(PositionKey position, long quantity) {
  /** The most lines that one command may carry. */
  public static final int MAX_LINES = 500;

  /** The largest quantity of one line: 10^12 smallest units. */
  public static final long MAX_QUANTITY = 1_000_000_000_000L;
}
