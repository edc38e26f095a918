package dev.holdfast.domain.fulfilment.carton;

import java.util.List;

/**
 * One carton with its content.
 *
 * @param type the carton
 * @param placements in packing order: each unit rests on the floor or on units before it
 * @param grossG weight of carton and content, grams
 * @param priceMinor what the caller's {@link CartonPrice} asks for it, minor units
 */
public record PackedCarton(
    CartonType type, List<Placement> placements, long grossG, long priceMinor) {
  public PackedCarton {
    placements = List.copyOf(placements);
  }
}
