package dev.holdfast.domain.fulfilment.sourcing.carriage;

import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.carton.CartonLine;
import dev.holdfast.domain.fulfilment.carton.CartonPacker;
import dev.holdfast.domain.fulfilment.carton.CartonPrice;
import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import dev.holdfast.domain.fulfilment.carton.Packing;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.sourcing.Load;
import dev.holdfast.domain.fulfilment.sourcing.Part;
import dev.holdfast.domain.fulfilment.split.ClassRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How parts of one order are packed. Packing depends on nothing but the parts and the yardstick, so
 * each set is packed once for all locations. For one thread and one order.
 */
final class Packings {
  private final CartonPacker packer;
  private final CartonPrice yardstick;
  private final ClassRules rules;
  private final Map<List<Part>, Packed> known = new HashMap<>();

  private @Nullable Load lastLoad;
  private int[] lastBoxes = {};

  Packings(CartonPacker packer, CartonPrice yardstick, ClassRules rules) {
    this.packer = packer;
    this.yardstick = yardstick;
    this.rules = rules;
  }

  /**
   * Cartons that might hold a load; the same load is asked about for one location after the other.
   */
  int[] mightHold(Boxes boxes, Load load) {
    if (!sameLoad(load)) {
      lastLoad = load;
      lastBoxes = boxes.mightHold(load);
    }
    return lastBoxes;
  }

  @SuppressWarnings("ReferenceEquality") // an equal load that is not the same is only slower
  private boolean sameLoad(Load load) {
    return load == lastLoad;
  }

  /** A packing as carriers see it. */
  record Packed(Packing packing, List<Parcel> parcels, long cartonsMinor) {}

  /** Complete, or it says what no carton takes. */
  Packed of(List<Part> parts) {
    return known.computeIfAbsent(parts, this::pack);
  }

  private Packed pack(List<Part> parts) {
    List<CartonLine> lines = new ArrayList<>(parts.size());
    for (Part part : parts) {
      lines.add(CartonLine.of(part.goods(), Math.toIntExact(part.quantity())));
    }
    Packing packing =
        packer.pack(
            lines,
            (one, other) -> mix(parts.get(one).goods(), parts.get(other).goods()),
            yardstick);
    List<Parcel> parcels = new ArrayList<>(packing.cartons().size());
    long cost = 0;
    for (PackedCarton carton : packing.cartons()) {
      parcels.add(Boxes.parcel(carton.type(), carton.grossG()));
      cost += carton.type().costMinor();
    }
    return new Packed(packing, List.copyOf(parcels), cost);
  }

  private boolean mix(Goods one, Goods other) {
    return rules.between(one, other) == null;
  }
}
