package dev.holdfast.application.floor;

import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.Shipment;

/**
 * A shipment that could go into a wave.
 *
 * @param units pieces to pick
 */
record Candidate(Order order, Shipment shipment, long units) {}
