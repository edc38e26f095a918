/** The work on the warehouse floor: waves, pick lists, short picks, packing, handing over. */
@NullMarked
package dev.holdfast.application.floor;

import org.jspecify.annotations.NullMarked;
