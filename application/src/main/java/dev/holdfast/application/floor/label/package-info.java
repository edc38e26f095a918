/** Labels of parcels as PDF. */
@NullMarked
package dev.holdfast.application.floor.label;

import org.jspecify.annotations.NullMarked;
