/** Keys: making them, revoking them, and knowing whose they are. */
@NullMarked
package dev.holdfast.application.access;

import org.jspecify.annotations.NullMarked;
