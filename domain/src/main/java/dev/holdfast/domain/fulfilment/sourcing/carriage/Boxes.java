package dev.holdfast.domain.fulfilment.sourcing.carriage;

import dev.holdfast.domain.fulfilment.carton.CartonType;
import dev.holdfast.domain.fulfilment.carton.Size;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.sourcing.Load;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The cartons of a packer in the order in which the cheapest possible one is looked for: by outer
 * volume. Besides, {@link #SMALLEST} stands for a carton that is in nothing larger, heavier or
 * dearer than any: no real one is cheaper to send. Immutable.
 */
final class Boxes {
  /** Index of the carton that no real one undercuts. */
  static final int SMALLEST = 0;

  private final List<Box> boxes = new ArrayList<>();
  private final boolean[][] undercuts;
  final long largestInnerMm3;
  final long strongestG;

  Boxes(List<CartonType> types) {
    long inner = 0;
    long strongest = 0;
    List<Box> real = new ArrayList<>();
    for (CartonType type : types) {
      real.add(Box.of(type));
      inner = Math.max(inner, type.inner().volumeMm3());
      strongest = Math.max(strongest, type.maxContentG());
    }
    largestInnerMm3 = inner;
    strongestG = strongest;
    real.sort(
        Comparator.comparingLong((Box box) -> box.outer[0] * (long) box.outer[1] * box.outer[2]));
    boxes.add(smallest(real));
    boxes.addAll(real);
    undercuts = new boolean[boxes.size()][boxes.size()];
    for (int one = 0; one < boxes.size(); one++) {
      for (int other = 0; other < boxes.size(); other++) {
        undercuts[one][other] = boxes.get(one).undercuts(boxes.get(other));
      }
    }
  }

  private static Box smallest(List<Box> real) {
    int[] outer = real.getFirst().outer.clone();
    int empty = Integer.MAX_VALUE;
    long cost = Long.MAX_VALUE;
    for (Box box : real) {
      for (int side = 0; side < outer.length; side++) {
        outer[side] = Math.min(outer[side], box.outer[side]);
      }
      empty = Math.min(empty, box.emptyG);
      cost = Math.min(cost, box.costMinor);
    }
    return new Box(outer, outer, 0, empty, 0, cost);
  }

  int size() {
    return boxes.size();
  }

  Box get(int index) {
    return boxes.get(index);
  }

  /** Indexes of the real cartons that might hold all of it, smallest first, without dominated. */
  int[] mightHold(Load load) {
    int[] found = new int[boxes.size()];
    int count = 0;
    for (int i = SMALLEST + 1; i < boxes.size(); i++) {
      if (boxes.get(i).mightHold(load) && !undercut(i, found, count)) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private boolean undercut(int index, int[] found, int count) {
    for (int i = 0; i < count; i++) {
      if (undercuts[found[i]][index]) {
        return true;
      }
    }
    return false;
  }

  static Parcel parcel(CartonType type, long grossG) {
    Size outer = type.outer();
    return new Parcel(outer.lengthMm(), outer.widthMm(), outer.heightMm(), Math.toIntExact(grossG));
  }

  /** A carton with its sides in falling order. */
  static final class Box {
    final int[] outer;
    final int[] inner;
    final long innerMm3;
    final int emptyG;
    final int contentG;
    final long costMinor;

    Box(int[] outer, int[] inner, long innerMm3, int emptyG, int contentG, long costMinor) {
      this.outer = outer;
      this.inner = inner;
      this.innerMm3 = innerMm3;
      this.emptyG = emptyG;
      this.contentG = contentG;
      this.costMinor = costMinor;
    }

    static Box of(CartonType type) {
      return new Box(
          falling(type.outer()),
          falling(type.inner()),
          type.inner().volumeMm3(),
          type.emptyWeightG(),
          type.maxContentG(),
          type.costMinor());
    }

    private static int[] falling(Size size) {
      int[] sides = {-size.lengthMm(), -size.widthMm(), -size.heightMm()};
      Arrays.sort(sides);
      return new int[] {-sides[0], -sides[1], -sides[2]};
    }

    boolean mightHold(Load load) {
      return load.volumeMm3() <= innerMm3
          && load.weightG() <= contentG
          && load.longestMm() <= inner[0]
          && load.middleMm() <= inner[1]
          && load.shortestMm() <= inner[2];
    }

    /** Whether no tariff that rises with size and weight could ask more for this one. */
    boolean undercuts(Box other) {
      return outer[0] <= other.outer[0]
          && outer[1] <= other.outer[1]
          && outer[2] <= other.outer[2]
          && emptyG <= other.emptyG
          && costMinor <= other.costMinor;
    }

    Parcel parcel(long contentG) {
      long gross = Math.min(Integer.MAX_VALUE, emptyG + contentG);
      return new Parcel(outer[0], outer[1], outer[2], (int) gross);
    }
  }
}
