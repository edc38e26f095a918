package dev.holdfast.application.reporting;

import static dev.holdfast.application.reporting.ColumnKind.COUNT;
import static dev.holdfast.application.reporting.ColumnKind.DAYS;
import static dev.holdfast.application.reporting.ColumnKind.DURATION;
import static dev.holdfast.application.reporting.ColumnKind.LENGTH;
import static dev.holdfast.application.reporting.ColumnKind.MONEY;
import static dev.holdfast.application.reporting.ColumnKind.RATE;
import static dev.holdfast.application.reporting.ColumnKind.RATIO;
import static dev.holdfast.application.reporting.ColumnKind.UNITS;
import static dev.holdfast.domain.reporting.Cut.CATEGORY;
import static dev.holdfast.domain.reporting.Cut.CLIENT;
import static dev.holdfast.domain.reporting.Cut.PLACE;
import static dev.holdfast.domain.reporting.Cut.SERVICE;
import static dev.holdfast.domain.reporting.Cut.STOCK;

import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.Sums;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number of a report that follows from the sums of its row alone: a measure, or the quotient of
 * two. Which cuts know it says where it has a meaning.
 */
enum Metric {
  ORDERS("orders", "Orders", COUNT, Measure.ORDERS, Known.EVERYWHERE, "Orders that were placed."),
  LINES("lines", "Lines", COUNT, Measure.LINES, Known.EVERYWHERE, "Lines of these orders."),
  UNITS_SOLD(
      "units",
      "Units",
      UNITS,
      Measure.FILLED_UNITS,
      Known.EVERYWHERE,
      "What customers get of what they ordered, in base units of its SKUs."),
  REVENUE(
      "revenue",
      "Revenue",
      MONEY,
      Measure.REVENUE,
      Known.EVERYWHERE,
      "What customers pay for what they get."),
  FILL_RATE(
      "fill_rate",
      "Fill rate",
      RATE,
      Measure.FILLED_UNITS,
      Measure.ORDERED_UNITS,
      Known.EVERYWHERE,
      "Units that customers get, of those that they ordered."),
  REFUSALS(
      "refusals",
      "Refusals",
      COUNT,
      Measure.REFUSALS,
      EnumSet.of(CLIENT, PLACE, STOCK),
      "Lines of orders and reservations that were refused because stock was not there."),
  SPLIT_RATE(
      "split_rate",
      "Split rate",
      RATE,
      Measure.SPLIT_ORDERS,
      Measure.ORDERS,
      Known.WHOLE_SHIPMENTS,
      "Orders that ship in more than one shipment, of all orders."),
  CARTONS_PER_ORDER(
      "cartons_per_order",
      "Cartons per order",
      RATIO,
      Measure.CARTONS,
      Measure.ORDERS,
      Known.WHOLE_SHIPMENTS,
      "Cartons of all shipments, per order."),
  COST_PER_ORDER(
      "cost_per_order",
      "Shipping cost per order",
      MONEY,
      Measure.SHIPPING_COST,
      Measure.ORDERS,
      Known.WHOLE_SHIPMENTS,
      "Postage and cartons of all shipments, per order."),
  SHIPMENTS(
      "shipments",
      "Shipments",
      COUNT,
      Measure.SHIPMENTS,
      Known.WHOLE_SHIPMENTS,
      "Shipments that were not cancelled."),
  CARTONS("cartons", "Cartons", COUNT, Measure.CARTONS, Known.WHOLE_SHIPMENTS, "Their cartons."),
  COST_PER_SHIPMENT(
      "cost_per_shipment",
      "Cost per shipment",
      MONEY,
      Measure.SHIPPING_COST,
      Measure.SHIPMENTS,
      Known.WHOLE_SHIPMENTS,
      "Postage and cartons, per shipment."),
  ON_TIME_RATE(
      "on_time_rate",
      "On-time rate",
      RATE,
      Measure.ON_TIME,
      Measure.SHIPPED,
      Known.WHOLE_SHIPMENTS,
      "Shipments handed over by their cut-off that arrive by the promised day, of those handed"
          + " over."),
  DAYS_TO_SHIP(
      "days",
      "Days to hand-over",
      DAYS,
      Measure.SHIP_SECONDS,
      Measure.SHIPPED,
      Known.WHOLE_SHIPMENTS,
      "Mean time from order to hand-over, in days."),
  RETURNED(
      "returned",
      "Returned",
      UNITS,
      Measure.RETURNED_UNITS,
      Known.EVERYWHERE,
      "Units of these orders that came back."),
  ORDER_TO_RELEASE(
      "order_to_release",
      "Order to release",
      DURATION,
      Measure.RELEASE_SECONDS,
      Measure.RELEASED,
      Known.WHOLE_SHIPMENTS,
      "Mean time from order to release, of shipments that were released."),
  ORDER_TO_SHIP(
      "order_to_ship",
      "Order to hand-over",
      DURATION,
      Measure.SHIP_SECONDS,
      Measure.SHIPPED,
      Known.WHOLE_SHIPMENTS,
      "Mean time from order to hand-over, of shipments that were handed over."),
  WALK_PER_LINE(
      "walk_per_line",
      "Walk per line",
      LENGTH,
      Measure.WALK_MM,
      Measure.WALK_LINES,
      EnumSet.of(CLIENT, PLACE),
      "Length of the pick walks that were finished then, per pick."),
  RECEIVED(
      "received",
      "Received",
      UNITS,
      Measure.RECEIVED_UNITS,
      EnumSet.of(STOCK),
      "Units that were received."),
  SOLD(
      "sold",
      "Sold",
      UNITS,
      Measure.SOLD_UNITS,
      EnumSet.of(STOCK),
      "Units that left for customers."),
  SHRINKAGE(
      "shrinkage",
      "Shrinkage",
      UNITS,
      Measure.SHRINKAGE_UNITS,
      EnumSet.of(STOCK),
      "Units that counts, corrections and write-offs without expiry took away, less those that"
          + " they found."),
  SHRINKAGE_RATE(
      "shrinkage_rate",
      "Shrinkage rate",
      RATE,
      Measure.SHRINKAGE_UNITS,
      Measure.SOLD_UNITS,
      EnumSet.of(STOCK),
      "Shrinkage, for each unit sold."),
  SPOILED(
      "spoiled",
      "Spoiled",
      UNITS,
      Measure.SPOILED_UNITS,
      EnumSet.of(STOCK),
      "Units that were written off as spoiled or past their last day.");

  private static final int DAY_SECONDS = 86_400;
  private static final Set<Measure> WHOLE =
      EnumSet.of(Measure.ORDERS, Measure.LINES, Measure.SPLIT_ORDERS, Measure.CANCELLED_ORDERS);

  private final ReportTable.Column column;
  private final Measure measure;
  private final @Nullable Measure per;
  private final Set<Cut> cuts;

  Metric(String name, String title, ColumnKind kind, Measure measure, Set<Cut> cuts, String why) {
    this(name, title, kind, measure, null, cuts, why);
  }

  Metric(
      String name,
      String title,
      ColumnKind kind,
      Measure measure,
      @Nullable Measure per,
      Set<Cut> cuts,
      String why) {
    this.column = new ReportTable.Column(name, title, kind, why);
    this.measure = measure;
    this.per = per;
    this.cuts = cuts;
  }

  ReportTable.Column column() {
    return column;
  }

  /** What it is computed from. */
  Set<Measure> measures() {
    return per == null ? EnumSet.of(measure) : EnumSet.of(measure, per);
  }

  /**
   * Whether rows of different places, services and categories can be added up: what belongs to a
   * whole order or line counts in each of them.
   */
  boolean addsUp() {
    return !WHOLE.contains(measure) && (per == null || !WHOLE.contains(per));
  }

  boolean isKnownBy(Cut cut) {
    return cuts.contains(cut);
  }

  /** Its value in the last decimal of its kind; null where there is nothing to divide by. */
  @Nullable Long of(Tally.Entry row) {
    Sums sums = column.kind() == MONEY ? row.inCurrency() : row.all();
    long value = sums.get(measure);
    if (per == null) {
      return value;
    }
    int decimals = column.kind().decimals();
    long divisor = sums.get(per);
    return column.kind() == DAYS
        ? Ratio.of(value, Math.multiplyExact(divisor, DAY_SECONDS), decimals)
        : Ratio.of(value, divisor, decimals);
  }

  /** Sets of cuts that several metrics share. */
  private static final class Known {
    static final Set<Cut> EVERYWHERE = EnumSet.of(CLIENT, PLACE, SERVICE, CATEGORY);
    static final Set<Cut> WHOLE_SHIPMENTS = EnumSet.of(CLIENT, PLACE, SERVICE);
  }
}
