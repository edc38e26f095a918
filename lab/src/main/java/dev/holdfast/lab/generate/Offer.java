package dev.holdfast.lab.generate;

/**
 * A carrier's service.
 *
 * @param share of shipments, in parts of all offers' shares
 * @param baseMinor what one carton costs
 * @param transitDays from hand-over to the door
 */
public record Offer(String carrier, String service, int share, int baseMinor, int transitDays) {}
