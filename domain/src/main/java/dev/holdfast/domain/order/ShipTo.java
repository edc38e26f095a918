package dev.holdfast.domain.order;

import org.jspecify.annotations.Nullable;

/**
 * Where an order goes.
 *
 * @param name who receives it
 * @param address street and town, in one or more lines
 * @param postcode as carriers know it
 * @param country two capital letters, ISO 3166-1
 * @param residential whether it is a home and no business
 */
public record ShipTo(
    @Nullable String name,
    @Nullable String address,
    String postcode,
    String country,
    boolean residential) {
  /** An address as far as rates and arrival depend on it. */
  public ShipTo(String postcode, String country, boolean residential) {
    this(null, null, postcode, country, residential);
  }
}
