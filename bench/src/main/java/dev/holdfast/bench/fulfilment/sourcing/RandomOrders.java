package dev.holdfast.bench.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.Handling;
import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.sourcing.Part;
import dev.holdfast.domain.fulfilment.sourcing.Source;
import dev.holdfast.domain.fulfilment.sourcing.SourcingOrder;
import dev.holdfast.domain.fulfilment.sourcing.SourcingTerms;
import dev.holdfast.domain.fulfilment.sourcing.Supply;
import dev.holdfast.domain.fulfilment.sourcing.carriage.Depot;
import dev.holdfast.domain.fulfilment.sourcing.carriage.Promise;
import dev.holdfast.domain.fulfilment.split.ClassRule;
import dev.holdfast.domain.fulfilment.split.ClassRules;
import dev.holdfast.domain.fulfilment.split.Scope;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Random orders of a shop in the invented country. Of 400 SKUs most are small; some are fragile,
 * upright, shipped alone or of a class that must stay apart from another. Each location has six in
 * ten of them; one line in 25 is scarce, so that it must often be split. Half of the orders have a
 * promise, a third a limit on shipments, half a price on splits.
 */
final class RandomOrders {
  static final ClassRules RULES =
      new ClassRules(
          List.of(
              new ClassRule("food", "chemicals", Scope.CARTON),
              new ClassRule("frozen", "dry", Scope.SHIPMENT),
              new ClassRule("battery", "chemicals", Scope.LOCATION),
              new ClassRule("bowling", "glass", Scope.CARTON)));

  private static final List<String> CLASSES =
      List.of("food", "chemicals", "frozen", "dry", "battery", "bowling", "glass");
  private static final int SKUS = 400;
  private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");

  private final SplittableRandom random;
  private final List<Goods> goods = new ArrayList<>();
  private final Map<ServiceId, ServiceCalendar> calendars = Country.calendars();

  RandomOrders(long seed) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < SKUS; i++) {
      goods.add(goods(String.format(Locale.ROOT, "S%03d", i)));
    }
  }

  /**
   * An order with everything that its price depends on.
   *
   * @param region where it goes: the first two digits of the postcode
   */
  record Case(SourcingOrder order, Promise promise, Map<String, Depot> depots, int region) {}

  private Goods goods(String sku) {
    int longest = side(60, 350);
    int middle = Math.min(longest, side(40, 260));
    int shortest = Math.min(middle, side(15, 180));
    long volume = (long) longest * middle * shortest;
    int weight = (int) Math.min(20_000, 20 + volume * (100 + random.nextInt(600)) / 1_000_000);
    Set<String> classes =
        random.nextInt(4) == 0 ? Set.of(CLASSES.get(random.nextInt(CLASSES.size()))) : Set.of();
    Handling handling =
        new Handling(
            random.nextInt(10) == 0,
            random.nextInt(10) == 0,
            random.nextInt(40) == 0,
            random.nextInt(20) == 0 ? 1 + random.nextInt(3) : 0,
            classes);
    return new Goods(sku, longest, middle, shortest, weight, handling);
  }

  /** One of half of the things, otherwise 2 to 6. */
  private int units() {
    return random.nextBoolean() ? 1 : 2 + random.nextInt(5);
  }

  /** Small sides are common: each doubling is as likely as the next. */
  private int side(int least, int most) {
    return (int) Math.round(least * Math.pow((double) most / least, random.nextDouble()));
  }

  /** An order of 1 to so many lines. */
  Case next(int maxLines, int locations) {
    int count = 1 + random.nextInt(maxLines);
    Map<String, Part> lines = new LinkedHashMap<>();
    while (lines.size() < count) {
      Goods one = goods.get(random.nextInt(SKUS));
      lines.put(one.sku(), new Part(one, units()));
    }
    List<Part> parts = List.copyOf(lines.values());
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < Country.LOCATIONS; place++) {
      places.add(place);
    }
    while (places.size() > locations) {
      Collections.swap(places, random.nextInt(places.size()), places.size() - 1);
      places.removeLast();
    }
    Instant release = MONDAY.plusSeconds(random.nextInt(7 * 24 * 60) * 60L);
    Map<String, Depot> depots = new HashMap<>();
    places.forEach(place ->
        depots.put(Country.location(place), new Depot(Country.origin(place), release, calendars)));
    int region = random.nextInt(100);
    return new Case(
        new SourcingOrder(parts, sources(parts, places), terms()),
        promise(region, release),
        depots,
        region);
  }

  private Promise promise(int region, Instant release) {
    String postcode = String.format(Locale.ROOT, "%02d%03d", region, random.nextInt(1_000));
    LocalDate by = LocalDate.MAX;
    if (random.nextBoolean()) {
      by = release.atZone(ZoneOffset.UTC).toLocalDate().plusDays(2 + random.nextInt(6));
    }
    return new Promise(new Destination(Postcode.of(postcode), random.nextInt(3) > 0), by);
  }

  private List<Source> sources(List<Part> parts, List<Integer> places) {
    List<Source> sources = new ArrayList<>();
    List<Boolean> scarce = parts.stream().map(part -> random.nextInt(25) == 0).toList();
    for (int place : places) {
      Map<String, Supply> supplies = new HashMap<>();
      for (int i = 0; i < parts.size(); i++) {
        if (random.nextInt(10) < 6) {
          int stock = scarce.get(i) ? 1 : 1 + random.nextInt(12);
          long missed = random.nextInt(8) == 0 ? random.nextInt(250) : 0;
          supplies.put(parts.get(i).goods().sku(), new Supply(stock, missed));
        }
      }
      long adjustment = random.nextInt(5) == 0 ? random.nextInt(300) - 150 : 0;
      String excluded = random.nextInt(30) == 0 ? "closed for stocktaking" : null;
      sources.add(new Source(Country.location(place), supplies, adjustment, excluded));
    }
    return sources;
  }

  private SourcingTerms terms() {
    return new SourcingTerms(
        RULES,
        random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 6,
        random.nextBoolean() ? 150 : 0,
        SourcingTerms.PRICES,
        0);
  }
}
