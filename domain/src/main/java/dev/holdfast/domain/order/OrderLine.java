package dev.holdfast.domain.order;

/**
 * What an order asks for: one SKU, from wherever.
 *
 * @param quantity above 0, in the SKU's smallest unit
 */
public record OrderLine(long skuId, long quantity) {}
