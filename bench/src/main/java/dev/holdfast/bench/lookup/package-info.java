/**
 * Benchmarks of what answers from memory: lookups, the feed that keeps it fresh, a whole payday.
 */
@NullMarked
package dev.holdfast.bench.lookup;

import org.jspecify.annotations.NullMarked;
