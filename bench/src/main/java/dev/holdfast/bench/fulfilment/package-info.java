/**
 * Benchmarks of the pure rules of fulfilment. The only part of bench that calls code of ours
 * directly: there is no server between a packing and its figures, so there is none here.
 */
@NullMarked
package dev.holdfast.bench.fulfilment;

import org.jspecify.annotations.NullMarked;
