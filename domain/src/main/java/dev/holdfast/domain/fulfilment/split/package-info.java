/** Goods that must stay apart: class rules, and what they make of one order. Pure. */
@NullMarked
package dev.holdfast.domain.fulfilment.split;

import org.jspecify.annotations.NullMarked;
