package dev.holdfast.domain.order;

/**
 * Where an order goes, as far as rates and arrival depend on it.
 *
 * @param country two capital letters, ISO 3166-1
 * @param residential whether it is a home and no business
 */
public record ShipTo(String postcode, String country, boolean residential) {}
