package dev.holdfast.domain.fulfilment.carton;

/**
 * Where one unit lies in its carton: the corner nearest to the carton's origin, and its extents as
 * it lies; millimetres.
 *
 * @param line index of its line in what was asked to be packed
 */
public record Placement(int line, int x, int y, int z, int dx, int dy, int dz) {

  /** The height of its upper side above the floor. */
  public int top() {
    return z + dz;
  }
}
