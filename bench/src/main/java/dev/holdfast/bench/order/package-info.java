/** Orders end to end: {@code bench orders}. */
@NullMarked
package dev.holdfast.bench.order;

import org.jspecify.annotations.NullMarked;
