/** Lookups of what is available, answered from memory. */
@NullMarked
package dev.holdfast.server.http.availability;

import org.jspecify.annotations.NullMarked;
