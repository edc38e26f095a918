package dev.holdfast.domain.fulfilment.rate;

import org.jspecify.annotations.Nullable;

/**
 * A surcharge, or one more area of it: rows of the same name are one surcharge, charged once.
 *
 * @param line where it stands in its file, for findings
 * @param name what the charge is called in quotes
 * @param over the limit of kinds that have one, mm or g; else 0
 * @param area where it is charged; only of {@link SurchargeKind#REMOTE}
 * @param perShipment charged once, not for each parcel
 */
public record SurchargeRow(
    long line,
    String name,
    SurchargeKind kind,
    long over,
    @Nullable PostcodeRange area,
    boolean perShipment,
    long priceMinor) {}
