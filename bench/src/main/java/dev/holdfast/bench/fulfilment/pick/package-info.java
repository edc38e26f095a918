/** {@code bench pickpath}: shortest walks beside an independent oracle, batches beside a habit. */
@NullMarked
package dev.holdfast.bench.fulfilment.pick;

import org.jspecify.annotations.NullMarked;
