package dev.holdfast.storage.api;

import dev.holdfast.domain.reporting.Sums;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Sums of the rows that share what was asked to be kept apart.
 *
 * @param start of the stretch; null unless asked by time
 * @param locationId 0 unless asked by location
 * @param carrier, service, category empty unless asked by it
 */
public record RollUpRow(
    @Nullable LocalDateTime start,
    int locationId,
    String carrier,
    String service,
    String category,
    String currency,
    Sums sums) {}
