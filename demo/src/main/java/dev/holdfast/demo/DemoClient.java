package dev.holdfast.demo;

import java.util.List;
import java.util.stream.Stream;

/** One client of the operator: whose SKUs, locations and stock these are. Immutable. */
public final class DemoClient {

  private final String code;
  private final String name;
  private final List<DemoLocation> locations;
  private final List<Offer> offers;
  private final List<DemoSku> skus;

  DemoClient(String code, String name, List<DemoLocation> locations, List<Offer> offers) {
    this.code = code;
    this.name = name;
    this.locations = List.copyOf(locations);
    this.offers = List.copyOf(offers);
    this.skus = offers.stream().map(Offer::sku).toList();
  }

  /** Short lower-case name, unique in the installation: {@code harbor}. */
  public String code() {
    return code;
  }

  /** Name for people: {@code Harbor Wholesale}. */
  public String name() {
    return name;
  }

  /** The client's own records of the buildings it uses, stores first. */
  public List<DemoLocation> locations() {
    return locations;
  }

  /** The range, in order of SKU code. */
  public List<DemoSku> skus() {
    return skus;
  }

  /** How many elements {@link #stock()} has: every SKU at every location. */
  public long positions() {
    return (long) offers.size() * locations.size();
  }

  /** The stock of every SKU at every location, SKU by SKU; made while it is read. */
  public Stream<DemoStock> stock() {
    return offers.stream()
        .flatMap(offer -> locations.stream().map(location -> StockPlan.of(offer, location)));
  }
}
