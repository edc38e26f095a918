/** Stock under way from one location to another. */
@NullMarked
package dev.holdfast.domain.transfer;

import org.jspecify.annotations.NullMarked;
