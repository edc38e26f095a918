/** Stock commands as people write them: codes and decimals become positions and smallest units. */
@NullMarked
package dev.holdfast.application.stock;

import org.jspecify.annotations.NullMarked;
