package dev.holdfast.domain.fulfilment.rate;

/**
 * From these postcodes to those is this zone.
 *
 * @param line where it stands in its file, for findings
 */
public record ZoneRow(long line, PostcodeRange origin, PostcodeRange destination, String zone) {}
