package dev.holdfast.bench.fulfilment.cartons;

import dev.holdfast.domain.fulfilment.carton.CartonLine;
import dev.holdfast.domain.fulfilment.carton.CartonPacker;
import dev.holdfast.domain.fulfilment.carton.CartonPrice;
import dev.holdfast.domain.fulfilment.carton.CartonType;
import dev.holdfast.domain.fulfilment.carton.CartonValidator;
import dev.holdfast.domain.fulfilment.carton.Company;
import dev.holdfast.domain.fulfilment.carton.Packing;
import dev.holdfast.domain.fulfilment.carton.PackingRules;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Packs every order of the set in one way, validates every packing, and counts. */
final class OrderTrial {
  /** The longest time that is told apart: a minute. */
  private static final long MOST_NANOS = 60_000_000_000L;

  /** Against the reference what counts is the last carton; with support, what the server does. */
  private static final long PATIENT_STEPS = 1_000_000;

  private final List<CartonType> types;
  private final boolean flat;
  private final PackingRules rules;
  private final CartonPacker packer;
  private final Histogram nanos = new Histogram(MOST_NANOS, 3);
  private final Histogram smallNanos = new Histogram(MOST_NANOS, 3);
  private long cartons;
  private long reference;
  private long bound;
  private long worse;
  private long better;
  private long faults;
  private long boundBroken;
  private long proven;

  /** How many orders need at least so many cartons. */
  private final NavigableMap<Integer, Integer> leasts = new TreeMap<>();

  OrderTrial(List<CartonType> types, boolean flat, int supportPermille) {
    this.types = types;
    this.flat = flat;
    long steps = supportPermille == 0 ? PATIENT_STEPS : PackingRules.DEFAULT.steps();
    rules = new PackingRules(supportPermille, steps);
    packer = new CartonPacker(types, rules);
  }

  OrderTrial pack(List<ShopOrder> orders) {
    for (ShopOrder order : orders) {
      List<CartonLine> lines = order.lines(flat);
      long start = System.nanoTime();
      Packing packing = packer.pack(lines, Company.ANY, CartonPrice.FEWEST);
      long took = Math.min(MOST_NANOS, System.nanoTime() - start);
      nanos.recordValue(took);
      if (order.small()) {
        smallNanos.recordValue(took);
      }
      count(order, lines, packing);
    }
    return this;
  }

  private void count(ShopOrder order, List<CartonLine> lines, Packing packing) {
    int needed = packing.cartons().size();
    int least = FewestCartons.of(types, lines, flat);
    int theirs = order.reference(flat);
    cartons += needed;
    reference += theirs;
    bound += least;
    proven += needed == least ? 1 : 0;
    leasts.merge(least, 1, Integer::sum);
    worse += needed > theirs ? 1 : 0;
    better += needed < theirs ? 1 : 0;
    boundBroken += least > Math.min(needed, theirs) ? 1 : 0;
    CartonValidator validator = CartonValidator.of(lines, Company.ANY, rules);
    boolean sound =
        packing.complete() && validator.faults(types, CartonPrice.FEWEST, packing).isEmpty();
    faults += sound ? 0 : 1;
  }

  boolean flat() {
    return flat;
  }

  boolean supported() {
    return rules.supportPermille() == PackingRules.FULL_SUPPORT;
  }

  long steps() {
    return rules.steps();
  }

  long cartons() {
    return cartons;
  }

  long reference() {
    return reference;
  }

  long bound() {
    return bound;
  }

  /** Orders that nobody can pack into fewer cartons than ours. */
  long proven() {
    return proven;
  }

  /** How many orders need at least so many cartons, by that number. */
  NavigableMap<Integer, Integer> leasts() {
    return leasts;
  }

  long worse() {
    return worse;
  }

  long better() {
    return better;
  }

  /** Orders whose packing is incomplete or has a fault. */
  long faults() {
    return faults;
  }

  /** Orders that somebody packed into fewer cartons than the bound calls possible. */
  long boundBroken() {
    return boundBroken;
  }

  double micros(double percentile) {
    return nanos.getValueAtPercentile(percentile) / 1_000.0;
  }

  double smallMedianMicros() {
    return smallNanos.getValueAtPercentile(50) / 1_000.0;
  }

  long smallOrders() {
    return smallNanos.getTotalCount();
  }
}
