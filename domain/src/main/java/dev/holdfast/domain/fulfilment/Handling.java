package dev.holdfast.domain.fulfilment;

import java.util.Set;

/**
 * How one unit of goods wants to be packed and shipped.
 *
 * @param keepUpright its height stays vertical; it may only be turned about the vertical axis
 * @param fragile nothing may lie on it
 * @param shipAlone shares its carton with no other unit, not even with one of its own kind
 * @param maxPerCarton most units of this SKU in one carton; 0 means any number
 * @param classes what class rules call it, such as {@code frozen} or {@code chemical}
 */
public record Handling(
    boolean keepUpright,
    boolean fragile,
    boolean shipAlone,
    int maxPerCarton,
    Set<String> classes) {

  /** No wishes: any side down, anything on top, any company. */
  public static final Handling NONE = new Handling(false, false, false, 0, Set.of());

  public Handling {
    if (maxPerCarton < 0) {
      throw new IllegalArgumentException(
          "maxPerCarton is " + maxPerCarton + ": use 0 for any number, or the most units.");
    }
    classes = Set.copyOf(classes);
  }

  /** The most units of this SKU in one carton, {@link Integer#MAX_VALUE} when any number may. */
  public int limitPerCarton() {
    if (shipAlone) {
      return 1;
    }
    return maxPerCarton == 0 ? Integer.MAX_VALUE : maxPerCarton;
  }
}
