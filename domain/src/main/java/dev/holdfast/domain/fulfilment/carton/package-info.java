/**
 * Cartons: which boxes an order goes into, and where each unit lies in them. Whole millimetres and
 * grams; the same question always has the same answer; every answer can be checked by {@link
 * dev.holdfast.domain.fulfilment.carton.CartonValidator}, which shares no code with the packer.
 *
 * <p>Axes: x along the inner length of a carton, y along its width, z upwards from its floor.
 */
@NullMarked
package dev.holdfast.domain.fulfilment.carton;

import org.jspecify.annotations.NullMarked;
