package dev.holdfast.domain.catalogue;

/**
 * One thing that is wrong with what somebody wrote.
 *
 * @param field the field's name as the caller wrote it, an index included: {@code barcodes[2]}
 * @param message what is wrong and how to mend it, for a person
 */
public record Violation(String field, String message) {}
