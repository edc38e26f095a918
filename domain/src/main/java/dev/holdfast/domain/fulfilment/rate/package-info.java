/**
 * What carriers charge: versioned tariffs, billable weight, surcharges, fuel, and quotes that say
 * why.
 */
@NullMarked
package dev.holdfast.domain.fulfilment.rate;

import org.jspecify.annotations.NullMarked;
