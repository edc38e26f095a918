package dev.holdfast.bench.fulfilment.cartons;

import dev.holdfast.domain.fulfilment.carton.CartonLine;
import dev.holdfast.domain.fulfilment.carton.CartonType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many cartons an order needs at the very least, whoever packs it. Every combination of n
 * cartons is looked at, n growing, until one could be enough: for each set of types, the units that
 * fit into no other type must find their volume and weight in the cartons of that set, and units
 * that keep their height and of which no two lie side by side, the height of their stack; units of
 * one line must find room by their number. Shares no code with the packer.
 */
final class FewestCartons {
  private record Need(int set, long volume, long weight, long height) {}

  private final List<CartonType> types;
  private final List<Need> needs = new ArrayList<>();
  private final List<long[]> held = new ArrayList<>();
  private final List<Integer> wanted = new ArrayList<>();

  private FewestCartons(List<CartonType> types, List<CartonLine> lines, boolean flat) {
    this.types = types;
    for (int set = 1; set < 1 << types.size(); set++) {
      needs.add(need(lines, flat, set));
    }
    for (CartonLine line : lines) {
      wanted.add(line.units());
      held.add(types.stream().mapToLong(type -> most(line, type, flat)).toArray());
    }
  }

  static int of(List<CartonType> types, List<CartonLine> lines, boolean flat) {
    FewestCartons bound = new FewestCartons(types, lines, flat);
    int count = 1;
    while (!bound.possible(new int[count], 0, 0)) {
      count++;
    }
    return count;
  }

  private boolean possible(int[] chosen, int size, int from) {
    if (size == chosen.length) {
      return enough(chosen);
    }
    for (int t = from; t < types.size(); t++) {
      chosen[size] = t;
      if (possible(chosen, size + 1, t)) {
        return true;
      }
    }
    return false;
  }

  private boolean enough(int[] chosen) {
    for (Need need : needs) {
      long volume = need.volume;
      long weight = need.weight;
      long height = need.height;
      for (int t : chosen) {
        if ((need.set & 1 << t) != 0) {
          volume -= types.get(t).inner().volumeMm3();
          weight -= types.get(t).maxGrossG() - types.get(t).emptyWeightG();
          height -= types.get(t).inner().heightMm();
        }
      }
      if (volume > 0 || weight > 0 || height > 0) {
        return false;
      }
    }
    for (int line = 0; line < held.size(); line++) {
      long room = 0;
      for (int t : chosen) {
        room += held.get(line)[t];
      }
      if (room < wanted.get(line)) {
        return false;
      }
    }
    return true;
  }

  private Need need(List<CartonLine> lines, boolean flat, int set) {
    long volume = 0;
    long weight = 0;
    long height = 0;
    for (CartonLine line : lines) {
      boolean onlyHere = true;
      boolean stacks = flat;
      for (int t = 0; t < types.size(); t++) {
        boolean in = (set & 1 << t) != 0;
        onlyHere &= in || most(line, types.get(t), flat) == 0;
        stacks &= !in || stacks(line, types.get(t));
      }
      if (onlyHere) {
        volume += line.units() * line.goods().volumeMm3();
        weight += (long) line.units() * line.goods().weightG();
        height += stacks ? (long) line.units() * line.goods().heightMm() : 0;
      }
    }
    return new Need(set, volume, weight, height);
  }

  private static boolean stacks(CartonLine line, CartonType type) {
    int shorter = Math.min(line.goods().lengthMm(), line.goods().widthMm());
    return 2 * shorter > Math.max(type.inner().lengthMm(), type.inner().widthMm());
  }

  /** The most units of a line that one carton could hold; 0 when not even one fits. */
  private static long most(CartonLine line, CartonType type, boolean flat) {
    int[] unit = {line.goods().lengthMm(), line.goods().widthMm(), line.goods().heightMm()};
    int[] room = {type.inner().lengthMm(), type.inner().widthMm(), type.inner().heightMm()};
    if (!inside(unit, room, flat)) {
      return 0;
    }
    long most = type.inner().volumeMm3() / line.goods().volumeMm3();
    if (line.goods().weightG() > 0) {
      int carries = type.maxGrossG() - type.emptyWeightG();
      most = Math.min(most, carries / line.goods().weightG());
    }
    return flat && stacks(line, type) ? Math.min(most, room[2] / unit[2]) : most;
  }

  private static boolean inside(int[] unit, int[] room, boolean flat) {
    int[] sides = unit.clone();
    int[] space = room.clone();
    Arrays.sort(sides, 0, flat ? 2 : 3);
    Arrays.sort(space, 0, flat ? 2 : 3);
    return sides[0] <= space[0] && sides[1] <= space[1] && sides[2] <= space[2];
  }
}
