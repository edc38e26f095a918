package dev.holdfast.domain.fulfilment.rate;

/** Where a shipment goes, as far as carriers care. */
public record Destination(Postcode postcode, boolean residential) {}
