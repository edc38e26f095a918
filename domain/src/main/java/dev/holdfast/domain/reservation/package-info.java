/** Expiring claims on stock and their terms. */
@NullMarked
package dev.holdfast.domain.reservation;

import org.jspecify.annotations.NullMarked;
