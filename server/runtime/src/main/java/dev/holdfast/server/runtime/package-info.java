/** Configuration, wiring, metrics and lifecycle: the only place that names engines. */
@NullMarked
package dev.holdfast.server.runtime;

import org.jspecify.annotations.NullMarked;
