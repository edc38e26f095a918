/** Reports compared with slow, obvious computations over raw facts. */
@NullMarked
package dev.holdfast.server.runtime.reporting;

import org.jspecify.annotations.NullMarked;
