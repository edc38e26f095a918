/** Gathers commands into batches: whatever arrived while the last batch was written is the next. */
@NullMarked
package dev.holdfast.application.lanes;

import org.jspecify.annotations.NullMarked;
