package dev.holdfast.domain.reporting;

import dev.holdfast.domain.catalogue.ClientId;
import java.time.LocalDateTime;

/**
 * One row of a roll-up, at the finest grain.
 *
 * @param hour start of the hour by the clock of the location that it happened at; when clocks go
 *     back, both hours are one
 * @param locationId 0 where the cut has none, or nobody knows
 * @param carrier, service, category empty where the cut has none, or nobody knows
 * @param currency of money; empty where there is none
 */
public record RollUpKey(
    ClientId client,
    Cut cut,
    LocalDateTime hour,
    int locationId,
    String carrier,
    String service,
    String category,
    String currency) {
  /** The same at the start of its stretch. */
  public RollUpKey at(Grain grain) {
    return new RollUpKey(
        client, cut, grain.startOf(hour), locationId, carrier, service, category, currency);
  }
}
