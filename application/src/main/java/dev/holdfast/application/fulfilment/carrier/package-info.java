/** What carriers themselves say that a shipment costs, where they can be asked. */
@NullMarked
package dev.holdfast.application.fulfilment.carrier;

import org.jspecify.annotations.NullMarked;
