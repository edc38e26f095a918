/** SKUs, locations, identifiers and quantities with a scale. */
@NullMarked
package dev.holdfast.domain.catalogue;

import org.jspecify.annotations.NullMarked;
