/** What a shipment really costs: cartons packed, tariffs asked, arrivals reckoned. */
@NullMarked
package dev.holdfast.domain.fulfilment.sourcing.carriage;

import org.jspecify.annotations.NullMarked;
