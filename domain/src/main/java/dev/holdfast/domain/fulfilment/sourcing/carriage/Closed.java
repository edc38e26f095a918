package dev.holdfast.domain.fulfilment.sourcing.carriage;

import dev.holdfast.domain.fulfilment.sourcing.Load;
import dev.holdfast.domain.fulfilment.sourcing.LocationPrice;
import dev.holdfast.domain.fulfilment.sourcing.Part;
import dev.holdfast.domain.fulfilment.sourcing.ShipmentQuote;
import java.util.List;

/** A location that sends nothing of an order, and why. */
record Closed(String closed) implements LocationPrice<Dispatch> {
  @Override
  public long floor(Load load) {
    return NEVER;
  }

  @Override
  public ShipmentQuote<Dispatch> price(List<Part> parts) {
    return new ShipmentQuote.Refused<>(closed);
  }
}
