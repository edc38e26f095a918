/** What the hot path must know of SKUs and locations, kept in memory. */
@NullMarked
package dev.holdfast.application.catalogue;

import org.jspecify.annotations.NullMarked;
