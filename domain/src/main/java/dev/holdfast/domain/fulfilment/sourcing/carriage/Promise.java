package dev.holdfast.domain.fulfilment.sourcing.carriage;

import dev.holdfast.domain.fulfilment.rate.Destination;
import java.time.LocalDate;

/**
 * What was promised to whom.
 *
 * @param by the local date at the destination by which everything must arrive; {@link
 *     LocalDate#MAX} where nothing was promised
 */
public record Promise(Destination destination, LocalDate by) {}
