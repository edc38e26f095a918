/**
 * Which locations ship what of an order, at the least total cost, and why not otherwise. Pure
 * rules: prices come in as a function, nothing here packs, rates or reads.
 */
@NullMarked
package dev.holdfast.domain.fulfilment.sourcing;

import org.jspecify.annotations.NullMarked;
