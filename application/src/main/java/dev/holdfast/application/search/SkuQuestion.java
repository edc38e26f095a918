package dev.holdfast.application.search;

import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param text as typed or scanned; the last word may be unfinished
 * @param category exactly as the SKU has it; null for any
 * @param limit the most hits, at least 1
 */
public record SkuQuestion(String text, @Nullable String category, int limit) {}
