/** How long it takes to choose the cheapest service that arrives in time. */
@NullMarked
package dev.holdfast.bench.fulfilment.rates;

import org.jspecify.annotations.NullMarked;
