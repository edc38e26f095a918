package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.fulfilment.sourcing.SourcingOrder;
import dev.holdfast.domain.fulfilment.sourcing.carriage.TypicalPostage;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client wants of every plan.
 *
 * @param maxShipments per order, at most
 * @param splitMinor what every shipment after the first costs beyond its carriage, minor units
 * @param yardstick by which cartons are chosen before the carrier is known
 */
public record TermsSetting(int maxShipments, long splitMinor, Yardstick yardstick)
    implements Setting {
  /** What counts where a client says nothing. */
  public static final TermsSetting DEFAULT = of(PlanTerms.DEFAULT);

  /** The largest divisor: a parcel of 1 g per 100 litres is air. */
  private static final long MAX_DIVISOR = 100_000_000;

  /**
   * What a parcel costs, roughly: a base and so much per billable kilogram.
   *
   * @param divisor cubic millimetres that count as one gram
   */
  public record Yardstick(long baseMinor, long perKgMinor, long divisor) {}

  private static TermsSetting of(PlanTerms terms) {
    TypicalPostage yardstick = terms.yardstick();
    return new TermsSetting(
        terms.maxShipments(),
        terms.splitMinor(),
        new Yardstick(yardstick.baseMinor(), yardstick.perKgMinor(), yardstick.divisorMm3PerG()));
  }

  @Override
  public SettingKind kind() {
    return SettingKind.TERMS;
  }

  @Override
  public List<Violation> check() {
    List<Violation> found = new ArrayList<>();
    Setting.within("maxShipments", maxShipments, 1, SourcingOrder.MAX_LINES, found);
    Setting.within("splitMinor", splitMinor, 0, MAX_MINOR, found);
    Setting.within("yardstick.baseMinor", yardstick.baseMinor(), 0, MAX_MINOR, found);
    Setting.within("yardstick.perKgMinor", yardstick.perKgMinor(), 0, MAX_MINOR, found);
    Setting.within("yardstick.divisor", yardstick.divisor(), 1, MAX_DIVISOR, found);
    return found;
  }

  /** The same for planning. */
  PlanTerms compiled() {
    return new PlanTerms(
        maxShipments,
        splitMinor,
        new TypicalPostage(yardstick.baseMinor(), yardstick.perKgMinor(), yardstick.divisor()));
  }
}
