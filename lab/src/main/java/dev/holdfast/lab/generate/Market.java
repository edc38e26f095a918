package dev.holdfast.lab.generate;

import java.time.ZoneId;
import java.util.List;

/** A country that clients sell in: money, clocks, carriers. Zones come in pairs of neighbours. */
enum Market {
  US(
      "US",
      "USD",
      List.of("America/New_York", "America/Chicago", "America/Los_Angeles", "America/Denver"),
      List.of(
          new Offer("brown", "ground", 50, 795, 3),
          new Offer("brown", "two-day", 15, 1_495, 2),
          new Offer("purple", "home", 25, 745, 3),
          new Offer("post", "parcel", 10, 595, 4))),
  GB(
      "GB",
      "GBP",
      List.of("Europe/London"),
      List.of(
          new Offer("royal", "tracked-48", 55, 345, 2),
          new Offer("royal", "tracked-24", 25, 495, 1),
          new Offer("dispatch", "next-day", 20, 595, 1)));

  private final String country;
  private final String currency;
  private final List<ZoneId> zones;
  private final List<Offer> offers;

  Market(String country, String currency, List<String> zones, List<Offer> offers) {
    this.country = country;
    this.currency = currency;
    this.zones = zones.stream().map(ZoneId::of).toList();
    this.offers = offers;
  }

  String country() {
    return country;
  }

  String currency() {
    return currency;
  }

  /** Two places that follow each other share a clock. */
  ZoneId zoneOfPlace(int index) {
    return zones.get(index / 2 % zones.size());
  }

  List<Offer> offers() {
    return offers;
  }
}
