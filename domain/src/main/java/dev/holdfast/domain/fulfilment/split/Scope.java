package dev.holdfast.domain.fulfilment.split;

/**
 * How far apart goods must stay. Each scope includes those before it: what must not share a
 * location shares no shipment, and what must not share a shipment shares no carton.
 */
public enum Scope {
  /** Not in one carton; cartons of one shipment may hold both. */
  CARTON("carton"),
  /** Not in one shipment; one location may send both, in two shipments. */
  SHIPMENT("shipment"),
  /** Not from one location for the same order. */
  LOCATION("location");

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  /** The word for people and for the wire. */
  public String word() {
    return word;
  }

  boolean includes(Scope narrower) {
    return compareTo(narrower) >= 0;
  }
}
