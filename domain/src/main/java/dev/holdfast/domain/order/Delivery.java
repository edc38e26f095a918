package dev.holdfast.domain.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants an order delivered.
 *
 * @param promised the day by which it should be at the door; null where nobody was promised one
 */
public record Delivery(ShipTo to, @Nullable LocalDate promised, Preferences preferences) {}
