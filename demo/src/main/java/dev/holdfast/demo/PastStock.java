package dev.holdfast.demo;

import dev.holdfast.demo.DemoPast.Line;
import dev.holdfast.demo.DemoPast.Movement;
import dev.holdfast.demo.DemoPast.Ordered;
import dev.holdfast.demo.DemoPast.Sent;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came and went in the past: deliveries for what was sold the day before, orders, sales to
 * whoever came, what spoiled, a count on Sundays. At its end lies there what {@link
 * DemoClient#stock()} says.
 */
final class PastStock {
  /** A day is booked when it closes: one row for each shelf and day. */
  private static final int CLOSING_HOUR = 20;

  private final DemoClient client;
  private final Instant until;
  private final List<Movement> movements = new ArrayList<>();
  private final Map<Shelf, Long> changes = new HashMap<>();
  private final Map<ShelfDay, Long> sent = new HashMap<>();

  PastStock(DemoClient client, Instant until) {
    this.client = client;
    this.until = until;
  }

  private record Shelf(DemoLocation at, DemoCategory category) {}

  private record ShelfDay(Shelf shelf, LocalDate day) {}

  /** All movements, with those of these orders. */
  List<Movement> with(List<Ordered> orders) {
    for (Ordered order : orders) {
      order.shipments().forEach(this::sent);
    }
    Map<Shelf, Long> now = now();
    now.forEach(this::days);
    now.forEach((shelf, level) -> {
      long opening = level - changes.getOrDefault(shelf, 0L);
      LocalDate first = PastDays.first(until, shelf.at.timeZone());
      Instant start = first.atStartOfDay(shelf.at.timeZone()).toInstant();
      movements.add(onHand(shelf, start, opening));
      movements.add(onHand(shelf, until, -level));
    });
    return movements;
  }

  private static Movement onHand(Shelf shelf, Instant when, long change) {
    return new Movement(shelf.at, shelf.category, when, 0, 0, 0, 0, change);
  }

  private Map<Shelf, Long> now() {
    Map<String, DemoLocation> locations = new HashMap<>();
    client.locations().forEach(one -> locations.put(one.code(), one));
    Map<String, DemoSku> skus = new HashMap<>();
    client.skus().forEach(one -> skus.put(one.code(), one));
    Map<Shelf, Long> levels = new LinkedHashMap<>();
    client
        .stock()
        .forEach(stock -> {
          DemoSku sku = skus.get(stock.sku());
          DemoLocation at = locations.get(stock.location());
          if (sku != null && at != null) {
            long milli = stock.quantity() * (sku.unit() == DemoUnit.EACH ? 1_000 : 1);
            levels.merge(new Shelf(at, sku.category()), milli, Long::sum);
          }
        });
    return levels;
  }

  private void sent(Sent shipment) {
    Instant shipped = shipment.shipped();
    if (shipped != null) {
      LocalDate day = LocalDate.ofInstant(shipped, shipment.zone());
      for (Line line : shipment.lines()) {
        Shelf shelf = new Shelf(shipment.from(), line.category());
        sent.merge(new ShelfDay(shelf, day), line.filled(), Long::sum);
      }
    }
  }

  private void days(Shelf shelf, long level) {
    LocalDate first = PastDays.first(until, shelf.at.timeZone());
    Draw draw = Draw.keyedBy("past stock", client.code(), shelf.at.code(), shelf.category.code());
    long gone = 0;
    long uncounted = 0;
    for (int i = 0; i <= DemoPast.DAYS; i++) {
      LocalDate day = first.plusDays(i);
      boolean sunday = day.getDayOfWeek() == DayOfWeek.SUNDAY;
      long received = sunday ? 0 : whole(shelf, gone * draw.between(94, 106) / 100);
      gone -= sunday ? 0 : gone;
      long usual = level / coverDays(shelf.category);
      long sold = whole(shelf, usual * PastDays.percent(day) / 100 * draw.between(85, 115) / 100);
      long spoiled = whole(shelf, sold * spoiledPerMille(shelf.category) / 1_000);
      uncounted += sold;
      // Most counts find less than the books say; some find what was lost before.
      long shrinkage = sunday ? whole(shelf, uncounted * draw.between(-2, 14) / 1_000) : 0;
      uncounted = sunday ? 0 : uncounted;
      gone += sold + spoiled + shrinkage;
      sold += sent.getOrDefault(new ShelfDay(shelf, day), 0L);
      add(shelf, closing(shelf, day), received, sold, shrinkage, spoiled);
    }
  }

  private static Instant closing(Shelf shelf, LocalDate day) {
    return day.atTime(CLOSING_HOUR, 0).atZone(shelf.at.timeZone()).toInstant();
  }

  private void add(
      Shelf shelf, Instant when, long received, long sold, long shrinkage, long spoiled) {
    long change = received - sold - shrinkage - spoiled;
    boolean something = received != 0 || sold != 0 || shrinkage != 0 || spoiled != 0;
    if (something && when.isBefore(until)) {
      changes.merge(shelf, change, Long::sum);
      movements.add(
          new Movement(shelf.at, shelf.category, when, received, sold, shrinkage, spoiled, change));
    }
  }

  /** Pieces are whole; produce is weighed. */
  private static long whole(Shelf shelf, long milli) {
    return shelf.category == DemoCategory.PRODUCE ? milli : milli - milli % 1_000;
  }

  private static int coverDays(DemoCategory category) {
    return switch (category) {
      case PRODUCE -> 9;
      case GROCERY -> 28;
      case HOUSEHOLD -> 45;
      case GENERAL -> 70;
    };
  }

  private static int spoiledPerMille(DemoCategory category) {
    return switch (category) {
      case PRODUCE -> 32;
      case GROCERY -> 4;
      case HOUSEHOLD, GENERAL -> 0;
    };
  }
}
