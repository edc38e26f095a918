package dev.holdfast.domain.order;

/**
 * What an order asks for: one SKU, from wherever.
 *
 * @param quantity above 0, in the SKU's smallest unit; 0 once nothing of it could be found anywhere
 */
public record OrderLine(long skuId, long quantity) {}
