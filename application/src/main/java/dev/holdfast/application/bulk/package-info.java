/** Files into the store and out of it: CSV imports and exports. */
@NullMarked
package dev.holdfast.application.bulk;

import org.jspecify.annotations.NullMarked;
