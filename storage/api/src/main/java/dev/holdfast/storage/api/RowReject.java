package dev.holdfast.storage.api;

/**
 * A row of a file that cannot be taken.
 *
 * @param line where the row starts in the file, from 1
 * @param column the column at fault, empty when it is the whole row
 * @param value what stands there, shortened where it is long
 * @param reason what is wrong and how to mend it, as the end of a sentence about the column
 */
public record RowReject(long line, String column, String value, String reason) {}
