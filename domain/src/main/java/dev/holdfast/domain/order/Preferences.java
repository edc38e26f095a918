package dev.holdfast.domain.order;

import java.util.List;

/**
 * What somebody wishes about the places that ship one order, beyond the client's own terms.
 *
 * @param preferred codes of locations that should rather ship it
 * @param excluded codes of locations that must not ship it
 * @param maxShipments at most so many; 0 where the client's terms decide
 */
public record Preferences(List<String> preferred, List<String> excluded, int maxShipments) {
  /** No wishes. */
  public static final Preferences NONE = new Preferences(List.of(), List.of(), 0);

  /** The most locations that either list names. */
  public static final int MAX_LOCATIONS = 64;

  /** Copies the lists. */
  public Preferences {
    preferred = List.copyOf(preferred);
    excluded = List.copyOf(excluded);
  }
}
