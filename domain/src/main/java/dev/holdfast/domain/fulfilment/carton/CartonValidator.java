package dev.holdfast.domain.fulfilment.carton;

import dev.holdfast.domain.fulfilment.Goods;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks packed cartons from scratch: it shares no code with the packer, believes nothing that the
 * packer says, and looks at every pair of units. Tests and benchmarks run it on every result.
 *
 * @param lines what was to be packed
 * @param company what may share a carton
 * @param supportPermille the support that was asked for, thousandths of each base
 */
public record CartonValidator(List<CartonLine> lines, Company company, int supportPermille) {

  /** A validator of what was packed by such rules. */
  public static CartonValidator of(List<CartonLine> lines, Company company, PackingRules rules) {
    return new CartonValidator(lines, company, rules.supportPermille());
  }

  /**
   * Every fault of a whole packing, as sentences; none when it is sound.
   *
   * @param types the cartons that the packer could take from
   * @param price what the caller asked to be minimised
   */
  public List<String> faults(List<CartonType> types, CartonPrice price, Packing packing) {
    List<String> faults = new ArrayList<>();
    long[] seen = new long[lines.size()];
    for (PackedCarton carton : packing.cartons()) {
      if (!types.contains(carton.type())) {
        faults.add("carton " + carton.type().code() + " is not one of those offered");
      }
      faults.addAll(faults(carton.type(), carton.placements()));
      long gross = carton.type().emptyWeightG() + contentG(carton.placements());
      if (gross != carton.grossG()) {
        faults.add("carton says " + carton.grossG() + " g and weighs " + gross + " g");
      }
      if (price.priceMinor(carton.type(), gross) != carton.priceMinor()) {
        faults.add("carton " + carton.type().code() + " does not cost what it says");
      }
      carton.placements().forEach(unit -> seen[unit.line()]++);
    }
    for (Unpacked unpacked : packing.unpacked()) {
      seen[unpacked.line()] += unpacked.units();
      if (anyTakes(types, lines.get(unpacked.line()))) {
        faults.add("line " + unpacked.line() + " was left out although a carton takes it");
      }
    }
    for (int line = 0; line < seen.length; line++) {
      if (seen[line] != lines.get(line).units()) {
        faults.add("line " + line + " has " + seen[line] + " of " + lines.get(line).units());
      }
    }
    return faults;
  }

  /** Every fault of one carton's content, in packing order; none when it is sound. */
  public List<String> faults(CartonType type, List<Placement> content) {
    List<String> faults = new ArrayList<>();
    if (type.emptyWeightG() + contentG(content) > type.maxGrossG()) {
      faults.add("too heavy for carton " + type.code());
    }
    for (int i = 0; i < content.size(); i++) {
      alone(type, content.get(i), faults);
      supported(content, i, faults);
      for (int j = 0; j < i; j++) {
        pair(content.get(j), content.get(i), faults);
      }
    }
    counts(content, faults);
    return faults;
  }

  private long contentG(List<Placement> content) {
    return content.stream().mapToLong(unit -> lines.get(unit.line()).goods().weightG()).sum();
  }

  private void alone(CartonType type, Placement unit, List<String> faults) {
    Size inner = type.inner();
    boolean inside =
        unit.x() >= 0
            && unit.y() >= 0
            && unit.z() >= 0
            && unit.x() + unit.dx() <= inner.lengthMm()
            && unit.y() + unit.dy() <= inner.widthMm()
            && unit.z() + unit.dz() <= inner.heightMm();
    if (!inside) {
      faults.add(unit + " sticks out of " + inner.text());
    }
    if (!liesAsAllowed(lines.get(unit.line()), unit.dx(), unit.dy(), unit.dz())) {
      faults.add(unit + " lies as its line does not allow");
    }
  }

  /** Spells out the six orientations, in the order in which their bits are documented. */
  private static boolean liesAsAllowed(CartonLine line, int dx, int dy, int dz) {
    Goods g = line.goods();
    int l = g.lengthMm();
    int w = g.widthMm();
    int h = g.heightMm();
    int bits = 0;
    bits |= dx == l && dy == w && dz == h ? 1 : 0;
    bits |= dx == w && dy == l && dz == h ? 2 : 0;
    bits |= dx == l && dy == h && dz == w ? 4 : 0;
    bits |= dx == h && dy == l && dz == w ? 8 : 0;
    bits |= dx == w && dy == h && dz == l ? 16 : 0;
    bits |= dx == h && dy == w && dz == l ? 32 : 0;
    return (bits & line.orientations().mask()) != 0;
  }

  private void pair(Placement before, Placement unit, List<String> faults) {
    long x = shared(before.x(), before.dx(), unit.x(), unit.dx());
    long y = shared(before.y(), before.dy(), unit.y(), unit.dy());
    if (x > 0 && y > 0 && shared(before.z(), before.dz(), unit.z(), unit.dz()) > 0) {
      faults.add(unit + " overlaps " + before);
    }
    boolean above = x > 0 && y > 0 && before.top() == unit.z() && fragile(before);
    boolean below = x > 0 && y > 0 && unit.top() == before.z() && fragile(unit);
    if (above || below) {
      faults.add((above ? before : unit) + " is fragile and carries something");
    }
    if (unit.line() != before.line() && !company.mayShare(unit.line(), before.line())) {
      faults.add("lines " + before.line() + " and " + unit.line() + " must not share a carton");
    }
  }

  private boolean fragile(Placement unit) {
    return lines.get(unit.line()).goods().handling().fragile();
  }

  /** Only what was placed before it counts: one packs from below. */
  private void supported(List<Placement> content, int index, List<String> faults) {
    Placement unit = content.get(index);
    long resting = unit.z() == 0 ? (long) unit.dx() * unit.dy() : 0;
    for (int i = 0; i < index; i++) {
      Placement below = content.get(i);
      if (below.z() + below.dz() == unit.z()) {
        resting +=
            shared(below.x(), below.dx(), unit.x(), unit.dx())
                * shared(below.y(), below.dy(), unit.y(), unit.dy());
      }
    }
    if (resting * PackingRules.FULL_SUPPORT < (long) unit.dx() * unit.dy() * supportPermille) {
      faults.add(unit + " rests on " + resting + " mm2 only");
    }
  }

  private static long shared(int from, int extent, int otherFrom, int otherExtent) {
    return Math.max(
        0, Math.min(from + extent, otherFrom + otherExtent) - Math.max(from, otherFrom));
  }

  private void counts(List<Placement> content, List<String> faults) {
    int[] counts = new int[lines.size()];
    content.forEach(unit -> counts[unit.line()]++);
    for (int line = 0; line < counts.length; line++) {
      CartonLine asked = lines.get(line);
      int most = asked.goods().handling().maxPerCarton();
      boolean single = !company.mayShare(line, line);
      if (counts[line] > asked.units()
          || (most > 0 && counts[line] > most)
          || (single && counts[line] > 1)) {
        faults.add("line " + line + " is in one carton " + counts[line] + " times");
      }
      if (counts[line] > 0 && asked.goods().handling().shipAlone() && content.size() > 1) {
        faults.add("line " + line + " ships alone and has company");
      }
    }
  }

  private static boolean anyTakes(List<CartonType> types, CartonLine line) {
    int[][] turns = turns(line.goods());
    for (CartonType type : types) {
      Size inner = type.inner();
      for (int[] t : turns) {
        if (t[0] <= inner.lengthMm()
            && t[1] <= inner.widthMm()
            && t[2] <= inner.heightMm()
            && liesAsAllowed(line, t[0], t[1], t[2])
            && line.goods().weightG() + type.emptyWeightG() <= type.maxGrossG()) {
          return true;
        }
      }
    }
    return false;
  }

  private static int[][] turns(Goods g) {
    int l = g.lengthMm();
    int w = g.widthMm();
    int h = g.heightMm();
    return new int[][] {{l, w, h}, {w, l, h}, {l, h, w}, {h, l, w}, {w, h, l}, {h, w, l}};
  }
}
