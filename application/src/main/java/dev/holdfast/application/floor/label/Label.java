package dev.holdfast.application.floor.label;

/**
 * A file with the labels of a shipment.
 *
 * @param fileName letters, digits, dots, dashes and underscores only
 */
// A file is moved, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Label(String fileName, byte[] pdf) {}
