/** The bench of sourcing: an invented country, its carriers and orders, and every way to ship. */
@NullMarked
package dev.holdfast.bench.fulfilment.sourcing;

import org.jspecify.annotations.NullMarked;
