/** Remembers what was refused before it became a command. */
@NullMarked
package dev.holdfast.application.reporting.refusal;

import org.jspecify.annotations.NullMarked;
