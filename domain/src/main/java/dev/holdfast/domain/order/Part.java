package dev.holdfast.domain.order;

import dev.holdfast.domain.stock.Line;

/**
 * What a shipment takes for one line of its order.
 *
 * @param line the line's index in the order, from 0
 * @param taken from where, and how much
 */
public record Part(int line, Line taken) {}
