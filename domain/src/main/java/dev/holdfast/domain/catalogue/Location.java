package dev.holdfast.domain.catalogue;

import java.math.BigDecimal;
import java.time.ZoneId;

/**
 * A place of one client that holds stock.
 *
 * @param code the client's own name for it, unique per client, never changed
 * @param latitude degrees north, at most 6 decimals
 * @param longitude degrees east, at most 6 decimals
 */
public record Location(
    String code,
    String name,
    Kind kind,
    String region,
    BigDecimal latitude,
    BigDecimal longitude,
    ZoneId timeZone,
    String address) {
  /** What the place is for. */
  public enum Kind {
    STORE("store"),
    FULFILMENT_CENTRE("fulfilment_centre");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name on the wire. */
    public String label() {
      return label;
    }
  }
}
