package dev.holdfast.demo;

import java.time.LocalDate;

/**
 * A delivery of goods that expire.
 *
 * @param lot the maker's code
 * @param expires the last day of use
 * @param quantity in the SKU's smallest unit, more than 0
 */
public record DemoLot(String sku, String location, String lot, LocalDate expires, long quantity) {}
