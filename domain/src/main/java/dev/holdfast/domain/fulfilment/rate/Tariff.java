package dev.holdfast.domain.fulfilment.rate;

import dev.holdfast.domain.fulfilment.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One version of what one service of one carrier costs, checked and made ready to be asked.
 * Immutable; for any number of threads.
 */
public final class Tariff {
  /** Stands for no price where only the sum is asked for. */
  public static final long NO_PRICE = -1;

  private final TariffTerms terms;
  private final PostcodePairs zones;
  private final List<String> zoneNames;
  private final List<Bands> bands;
  private final List<Surcharge> surcharges;
  private final boolean baseUnderFuel;

  private Tariff(TariffRows rows) {
    terms = rows.terms();
    Map<String, List<BandRow>> byZone = new LinkedHashMap<>();
    rows.zones().forEach(row -> byZone.put(row.zone(), new ArrayList<>()));
    rows.bands()
        .forEach(row -> byZone.computeIfAbsent(row.zone(), z -> new ArrayList<>()).add(row));
    zoneNames = List.copyOf(byZone.keySet());
    bands = byZone.values().stream().map(Bands::of).toList();
    zones = PostcodePairs.of(entries(rows, zoneNames));
    surcharges =
        sameName(rows.surcharges()).stream().map(all -> Surcharge.of(all, terms.fuel())).toList();
    baseUnderFuel = terms.fuel().on().contains(Charge.BASE);
  }

  /**
   * Makes a tariff ready.
   *
   * @throws IllegalArgumentException when {@link TariffChecks} finds something that refuses it
   */
  public static Tariff of(TariffRows rows) {
    for (TariffFinding finding : TariffChecks.check(rows)) {
      if (finding.refuses()) {
        throw new IllegalArgumentException(
            "%s, %s row %d: %s %s"
                .formatted(
                    rows.terms().service(),
                    finding.sheet(),
                    finding.line(),
                    finding.field(),
                    finding.message()));
      }
    }
    return new Tariff(rows);
  }

  static List<PostcodePairs.Entry> entries(TariffRows rows, List<String> zoneNames) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    zoneNames.forEach(name -> numbers.put(name, numbers.size()));
    return rows.zones().stream()
        .map(row ->
            new PostcodePairs.Entry(
                row.origin(), row.destination(), numbers.getOrDefault(row.zone(), 0)))
        .toList();
  }

  static Collection<List<SurchargeRow>> sameName(List<SurchargeRow> rows) {
    Map<String, List<SurchargeRow>> byName = new LinkedHashMap<>();
    rows.forEach(row -> byName.computeIfAbsent(row.name(), n -> new ArrayList<>()).add(row));
    return byName.values();
  }

  public TariffTerms terms() {
    return terms;
  }

  public ServiceId service() {
    return terms.service();
  }

  /** The zone of a pair of postcodes; empty where there is none. */
  public String zone(Postcode origin, Postcode destination) {
    int zone = zones.at(origin, destination);
    return zone == PostcodePairs.NONE ? "" : zoneNames.get(zone);
  }

  /**
   * The number of a pair's zone, for {@link #price(Shipment, int)}; negative where there is none.
   */
  public int zoneNumber(Postcode origin, Postcode destination) {
    return zones.at(origin, destination);
  }

  /** What a shipment costs and why, or why it has no price. */
  public Quote quote(Shipment shipment) {
    List<Charge> charges = new ArrayList<>();
    Rating rating = new Rating(this, shipment, charges);
    long total = rating.total(zones.at(shipment.origin(), shipment.destination().postcode()));
    RateRefusal refusal = rating.refusal();
    return refusal == null
        ? new Quote.Priced(service(), new Money(total, terms.currency()), charges)
        : new Quote.Refused(service(), refusal);
  }

  /**
   * What a shipment costs, minor units, or {@link #NO_PRICE}: as {@link #quote}, without the why.
   */
  public long price(Shipment shipment) {
    return price(shipment, zones.at(shipment.origin(), shipment.destination().postcode()));
  }

  /**
   * The same where the zone is known, because many shipments of one pair are asked about.
   *
   * @param zone the {@link #zoneNumber} of the shipment's origin and destination
   */
  public long price(Shipment shipment, int zone) {
    Rating rating = new Rating(this, shipment, null);
    long total = rating.total(zone);
    return rating.refusal() == null ? total : NO_PRICE;
  }

  PostcodePairs zones() {
    return zones;
  }

  String zoneName(int zone) {
    return zoneNames.get(zone);
  }

  Bands bands(int zone) {
    return bands.get(zone);
  }

  List<Surcharge> surcharges() {
    return surcharges;
  }

  boolean baseUnderFuel() {
    return baseUnderFuel;
  }
}
