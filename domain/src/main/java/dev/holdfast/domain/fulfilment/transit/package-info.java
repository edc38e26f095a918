/** When parcels arrive: cut-offs, handling, pick-up and delivery days, holidays, service choice. */
@NullMarked
package dev.holdfast.domain.fulfilment.transit;

import org.jspecify.annotations.NullMarked;
