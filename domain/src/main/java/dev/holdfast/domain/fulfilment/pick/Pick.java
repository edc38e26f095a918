package dev.holdfast.domain.fulfilment.pick;

/**
 * One handful: so much of an item, into the tote of an order.
 *
 * @param quantity in smallest units
 * @param tote the place of the order's tote on the cart, counted from 0
 */
public record Pick(PickItem item, long quantity, String order, int tote) {}
