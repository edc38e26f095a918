package dev.holdfast.domain.catalogue;

/**
 * One thing that is wrong with what somebody wrote.
 *
 * @param field the field's name as the caller wrote it, an index included: {@code barcodes[2]}
 * @param message what is wrong and how to mend it, as the end of a sentence about the field: "must
 *     have 1 to 16 characters"
 */
public record Violation(String field, String message) {}
