/** The commands of the holdfast program. */
@NullMarked
package dev.holdfast.server.runtime.cli;

import org.jspecify.annotations.NullMarked;
