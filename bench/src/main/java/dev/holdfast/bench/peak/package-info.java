/** The benchmark of a whole payday: a trace of a day, replayed at a share of the capacity. */
@NullMarked
package dev.holdfast.bench.peak;

import org.jspecify.annotations.NullMarked;
