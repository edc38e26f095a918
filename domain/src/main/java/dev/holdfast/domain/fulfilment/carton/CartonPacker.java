package dev.holdfast.domain.fulfilment.carton;

import dev.holdfast.domain.fulfilment.carton.Unpacked.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Packs orders into cartons at the least total price: one carton where one will do, the cheapest
 * that takes everything; otherwise several. Prices are exact, the geometry is a search within a
 * budget of steps, so a cheaper packing may exist where the budget ends. Deterministic; immutable
 * and safe for several threads.
 */
public final class CartonPacker {
  private final List<CartonType> types;
  private final PackingRules rules;

  /** Packs into these cartons, each of which is there as often as needed. */
  public CartonPacker(List<CartonType> types, PackingRules rules) {
    if (types.isEmpty()) {
      throw new IllegalArgumentException("There is no carton to pack into: add a carton type.");
    }
    this.types = List.copyOf(types);
    this.rules = rules;
  }

  /** The cartons that it packs into. */
  public List<CartonType> types() {
    return types;
  }

  /** Packs with any company, into the least outer volume. */
  public Packing pack(List<CartonLine> lines) {
    return pack(lines, Company.ANY, CartonPrice.OUTER_VOLUME);
  }

  /**
   * Packs an order.
   *
   * @param lines what to pack; lines of one SKU are merged by the caller, because limits per carton
   *     count per line
   * @param company which lines may share a carton
   * @param price what each carton costs to ship; the sum is minimised
   */
  public Packing pack(List<CartonLine> lines, Company company, CartonPrice price) {
    Kinds kinds = new Kinds(lines, company);
    int[] units = kinds.units.clone();
    List<Unpacked> unpacked = new ArrayList<>();
    for (int i = 0; i < units.length; i++) {
      Why why = whyNot(kinds, i, lines.get(i));
      if (why != null) {
        unpacked.add(new Unpacked(i, units[i], why));
        units[i] = 0;
      }
    }
    ManyCartons search = new ManyCartons(types, kinds, rules, price);
    List<PackedCarton> cartons = new ArrayList<>();
    for (int i = 0; i < units.length; i++) {
      if (kinds.alone[i] && units[i] > 0) {
        search.each(i, units[i]).forEach(load -> cartons.add(load.carton()));
        units[i] = 0;
      }
    }
    search.pack(units).forEach(load -> cartons.add(load.carton()));
    return new Packing(cartons, unpacked);
  }

  /** Whether all of it is known to go into one carton of a type, by a quick attempt. */
  public boolean fitsInOne(CartonType type, List<CartonLine> lines, Company company) {
    Kinds kinds = new Kinds(lines, company);
    boolean apart = false;
    long units = 0;
    for (int i = 0; i < kinds.count; i++) {
      apart |= kinds.alone[i];
      units += kinds.units[i];
    }
    if (apart && units > 1) {
      return false;
    }
    Budget spent = Budget.unlimited();
    return new OneCarton(kinds, rules.supportPermille()).allQuickly(type, kinds.units, spent)
        != null;
  }

  private @Nullable Why whyNot(Kinds kinds, int line, CartonLine asked) {
    CartonType strongest = null;
    for (CartonType type : types) {
      if (kinds.fits(line, type.inner())) {
        if (kinds.weightG[line] <= type.maxContentG()) {
          return null;
        }
        if (strongest == null || type.maxContentG() > strongest.maxContentG()) {
          strongest = type;
        }
      }
    }
    if (strongest != null) {
      return new Why.TooHeavy(asked.goods().sku(), asked.goods().weightG(), strongest);
    }
    CartonType largest =
        types.stream()
            .max(Comparator.comparingLong((CartonType type) -> type.inner().volumeMm3()))
            .orElseThrow();
    Size unit =
        new Size(asked.goods().lengthMm(), asked.goods().widthMm(), asked.goods().heightMm());
    return new Why.TooLarge(asked.goods().sku(), unit, largest);
  }
}
