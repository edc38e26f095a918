package dev.holdfast.domain.fulfilment.rate;

/** What a surcharge is for. */
public enum SurchargeKind {
  /** Whatever it is: handling, paper, security. */
  ALWAYS,
  /** The destination is a home. */
  RESIDENTIAL,
  /** The longest side is over a limit, mm. */
  OVERSIZE,
  /** The longest side and twice the others are over a limit, mm. */
  GIRTH,
  /** The actual weight is over a limit, g. */
  OVERWEIGHT,
  /** The destination is in an area. */
  REMOTE;

  /** Whether it depends on a limit that the parcel is measured by. */
  public boolean hasLimit() {
    return this == OVERSIZE || this == GIRTH || this == OVERWEIGHT;
  }
}
