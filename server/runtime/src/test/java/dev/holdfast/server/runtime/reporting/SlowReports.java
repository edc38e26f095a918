package dev.holdfast.server.runtime.reporting;

import dev.holdfast.application.reporting.ReportQuestion;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.OrderFact;
import dev.holdfast.domain.reporting.OrderFact.LineFact;
import dev.holdfast.domain.reporting.OrderFact.ShipmentFact;
import dev.holdfast.server.runtime.reporting.RawFacts.Movement;
import dev.holdfast.server.runtime.reporting.RawFacts.Refusal;
import dev.holdfast.server.runtime.reporting.RawFacts.Walk;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reports by loops over every single fact, without roll-ups, cuts or grains: slow and obvious. */
final class SlowReports {
  private final RawFacts facts;

  SlowReports(RawFacts facts) {
    this.facts = facts;
  }

  /** When and where something happened, as far as a question tells places apart. */
  record Seen(
      LocalDateTime hour, String location, String carrier, String service, String category) {}

  /** The code of a place; nobody's place has none. */
  static String code(int location) {
    return location == 0 ? "" : "L" + location;
  }

  /**
   * Counts everything of a question's client and filters.
   *
   * @param by dimensions that rows are kept apart by
   * @param row what a row stands for
   */
  SlowSheet count(ReportQuestion question, Set<Dimension> by, Function<Seen, Object> row) {
    SlowSheet sheet = new SlowSheet();
    Set<Dimension> used = EnumSet.noneOf(Dimension.class);
    used.addAll(by);
    used.addAll(question.filters().keySet());
    for (OrderFact order : facts.orders()) {
      if (order.client().equals(question.client())) {
        new OneOrder(order, question, used, row, sheet).count();
      }
    }
    boolean ofCarrier = used.contains(Dimension.CARRIER) || used.contains(Dimension.SERVICE);
    boolean ofCategory = used.contains(Dimension.CATEGORY);
    for (Refusal refusal : facts.refusals()) {
      Seen seen = seen(refusal.at(), refusal.location(), refusal.category());
      if (refusal.client().equals(question.client()) && !ofCarrier && wanted(question, seen)) {
        sheet.add(row.apply(seen), "", "refusals", refusal.lines());
      }
    }
    for (Walk walk : facts.walks()) {
      Seen seen = seen(walk.at(), walk.location(), "");
      boolean counts = !ofCarrier && !ofCategory && wanted(question, seen);
      if (walk.client().equals(question.client()) && counts) {
        sheet.add(row.apply(seen), "", "walkMm", walk.mm());
        sheet.add(row.apply(seen), "", "walkLines", walk.lines());
      }
    }
    return sheet;
  }

  /** Counts movements of a question's client and filters. */
  SlowSheet stock(ReportQuestion question, Function<Seen, Object> row) {
    SlowSheet sheet = new SlowSheet();
    for (Movement one : facts.movements()) {
      Seen seen = seen(one.at(), one.location(), one.category());
      if (one.client().equals(question.client()) && wanted(question, seen)) {
        Object key = row.apply(seen);
        sheet.add(key, "", "received", one.received());
        sheet.add(key, "", "sold", one.sold());
        sheet.add(key, "", "shrinkage", one.shrinkage());
        sheet.add(key, "", "spoiled", one.spoiled());
        sheet.add(key, "", "onHand", one.onHand());
      }
    }
    return sheet;
  }

  /** Shipments of the latest versions that wait, by age: shipments, lines, late ones. */
  long[][] backlog(ReportQuestion question, Instant now) {
    long[][] ages = new long[5][3];
    for (OrderFact order : facts.orders()) {
      for (ShipmentFact shipment : order.shipments()) {
        Seen seen = seen(order.placedAt(), shipment, "");
        boolean waits = shipment.live() && shipment.shippedAt() == null;
        if (order.client().equals(question.client()) && waits && wanted(question, seen)) {
          long hours = ChronoUnit.HOURS.between(order.placedAt(), now);
          int age = hours < 4 ? 0 : hours < 24 ? 1 : hours < 48 ? 2 : hours < 96 ? 3 : 4;
          ages[age][0]++;
          ages[age][1] += shipment.lines().size();
          ages[age][2] += shipment.shipBy().isBefore(now) ? 1 : 0;
        }
      }
    }
    return ages;
  }

  private static Seen seen(Instant at, int location, String category) {
    return new Seen(hour(at, RawFacts.zone(location)), code(location), "", "", category);
  }

  private static Seen seen(Instant at, ShipmentFact shipment, String category) {
    return new Seen(
        hour(at, shipment.zone()),
        code(shipment.locationId()),
        shipment.carrier(),
        shipment.service(),
        category);
  }

  private static LocalDateTime hour(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDateTime().withMinute(0).withSecond(0).withNano(0);
  }

  private static boolean wanted(ReportQuestion question, Seen seen) {
    return passes(question, Dimension.LOCATION, seen.location())
        && passes(question, Dimension.CARRIER, seen.carrier())
        && passes(question, Dimension.SERVICE, seen.service())
        && passes(question, Dimension.CATEGORY, seen.category());
  }

  private static boolean passes(ReportQuestion question, Dimension dimension, String code) {
    List<String> codes = question.filters().get(dimension);
    return codes == null || codes.contains(code);
  }

  /** An order counts once in everything that it, or a part of it, is told by. */
  private record OneOrder(
      OrderFact order,
      ReportQuestion question,
      Set<Dimension> used,
      Function<Seen, Object> row,
      SlowSheet sheet,
      Set<Object> counted) {
    OneOrder(
        OrderFact order,
        ReportQuestion question,
        Set<Dimension> used,
        Function<Seen, Object> row,
        SlowSheet sheet) {
      this(order, question, used, row, sheet, new HashSet<>());
    }

    void count() {
      for (ShipmentFact shipment : order.shipments()) {
        if (used.contains(Dimension.CATEGORY)) {
          for (LineFact line : shipment.lines()) {
            Seen told = seen(order.placedAt(), shipment, line.category());
            if (wanted(question, told)) {
              once(told, "order", "orders", 1);
              line(told, line);
            }
          }
        } else if (wanted(question, seen(order.placedAt(), shipment, ""))) {
          wholeShipment(toldOf(shipment), shipment);
        }
      }
    }

    /** As finely as anybody asks. */
    private Seen toldOf(ShipmentFact shipment) {
      Seen all = seen(order.placedAt(), shipment, "");
      if (used.contains(Dimension.CARRIER) || used.contains(Dimension.SERVICE)) {
        return all;
      }
      return used.contains(Dimension.LOCATION)
          ? new Seen(all.hour(), all.location(), "", "", "")
          : new Seen(hour(order.placedAt(), order.zone()), "", "", "", "");
    }

    private void wholeShipment(Seen told, ShipmentFact shipment) {
      long live = order.shipments().stream().filter(ShipmentFact::live).count();
      once(told, "order", "orders", 1);
      once(told, "split", "split", live > 1 ? 1 : 0);
      shipment.lines().forEach(line -> line(told, line));
      if (!shipment.live()) {
        return;
      }
      add(told, "shipments", 1);
      add(told, "cartons", shipment.cartons());
      add(told, "cost", shipment.shippingMinor());
      Instant released = shipment.releasedAt();
      if (released != null) {
        add(told, "released", 1);
        add(told, "releaseSeconds", ChronoUnit.SECONDS.between(order.placedAt(), released));
      }
      Instant shipped = shipment.shippedAt();
      if (shipped != null) {
        add(told, "shipped", 1);
        add(told, "shipSeconds", ChronoUnit.SECONDS.between(order.placedAt(), shipped));
        boolean kept =
            shipment.promised() == null
                || (shipment.arrival() != null
                    && shipment.arrival().compareTo(shipment.promised()) <= 0);
        add(told, "onTime", kept && shipped.compareTo(shipment.shipBy()) <= 0 ? 1 : 0);
      }
    }

    private void line(Seen told, LineFact line) {
      once(told, "line " + line.line(), "lines", 1);
      add(told, "ordered", line.orderedMilli());
      add(told, "filled", line.filledMilli());
      add(told, "returned", line.returnedMilli());
      add(told, "revenue", line.revenueMinor());
    }

    private void once(Seen told, String what, String name, long value) {
      if (counted.add(List.of(told, what))) {
        add(told, name, value);
      }
    }

    private void add(Seen told, String name, long value) {
      sheet.add(row.apply(told), order.currency(), name, value);
    }
  }
}
