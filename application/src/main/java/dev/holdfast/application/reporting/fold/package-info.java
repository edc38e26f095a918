/** Makes sums of what was committed, a little at a time, so that reports need not. */
@NullMarked
package dev.holdfast.application.reporting.fold;

import org.jspecify.annotations.NullMarked;
