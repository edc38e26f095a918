package dev.holdfast.storage.api;

import java.time.Duration;

/**
 * What became of a file that was applied.
 *
 * @param rows how many the file had, its header aside
 * @param took from its first byte to its commit
 */
public record BulkSummary(long rows, long applied, long rejected, Duration took) {}
