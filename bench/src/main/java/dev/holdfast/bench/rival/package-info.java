/** Programs of others that a measurement runs beside ours, or needs. */
@NullMarked
package dev.holdfast.bench.rival;

import org.jspecify.annotations.NullMarked;
