package dev.holdfast.domain.fulfilment.rate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All tariffs of a client, in one currency, so that prices can be compared. Immutable; for any
 * number of threads.
 */
public final class RateBook {
  private final String currency;
  private final List<ServiceId> services;
  private final Map<ServiceId, List<Tariff>> versions;

  private RateBook(String currency, Map<ServiceId, List<Tariff>> versions) {
    this.currency = currency;
    this.versions = versions;
    this.services = List.copyOf(versions.keySet());
  }

  /**
   * Two tariffs that cannot be in one book.
   *
   * @param message a sentence with the mend
   */
  public record Clash(Tariff tariff, Tariff earlier, String message) {}

  /** The tariffs that contradict an earlier one: another currency, or the same service and day. */
  public static List<Clash> clashes(List<Tariff> tariffs) {
    List<Clash> clashes = new ArrayList<>();
    for (int i = 1; i < tariffs.size(); i++) {
      TariffTerms later = tariffs.get(i).terms();
      for (Tariff earlier : tariffs.subList(0, i)) {
        String clash = clash(earlier.terms(), later);
        if (clash != null) {
          clashes.add(new Clash(tariffs.get(i), earlier, clash));
          break;
        }
      }
    }
    return clashes;
  }

  private static @Nullable String clash(TariffTerms earlier, TariffTerms later) {
    if (!earlier.currency().equals(later.currency())) {
      return "has currency %s where %s has %s: keep one currency per client"
          .formatted(later.currency(), earlier.service(), earlier.currency());
    }
    boolean overlap =
        earlier.service().equals(later.service())
            && !earlier.validFrom().isAfter(later.validTo())
            && !later.validFrom().isAfter(earlier.validTo());
    return overlap
        ? "is valid while another version is, from %s to %s: end that one before this begins"
            .formatted(earlier.validFrom(), earlier.validTo())
        : null;
  }

  /**
   * A book of these tariffs.
   *
   * @throws IllegalArgumentException when there are none, or {@link #clashes}
   */
  public static RateBook of(Collection<Tariff> tariffs) {
    List<Tariff> all = List.copyOf(tariffs);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("A rate book is empty: give at least one tariff");
    }
    for (Clash clash : clashes(all)) {
      throw new IllegalArgumentException(clash.tariff().service() + " " + clash.message());
    }
    Map<ServiceId, List<Tariff>> versions = new TreeMap<>();
    for (Tariff tariff : all) {
      versions.computeIfAbsent(tariff.service(), s -> new ArrayList<>()).add(tariff);
    }
    versions
        .values()
        .forEach(of -> of.sort(Comparator.comparing(tariff -> tariff.terms().validFrom())));
    return new RateBook(all.getFirst().terms().currency(), versions);
  }

  /** ISO 4217 code of every price. */
  public String currency() {
    return currency;
  }

  /** All services, in order. */
  public List<ServiceId> services() {
    return services;
  }

  /** The version that counts for a day of pick-up; null where none does. */
  public @Nullable Tariff at(ServiceId service, LocalDate day) {
    List<Tariff> of = versions.getOrDefault(service, List.of());
    for (int i = of.size() - 1; i >= 0; i--) {
      if (of.get(i).terms().covers(day)) {
        return of.get(i);
      }
    }
    return null;
  }

  /** What a service costs and why, or why it has no price. */
  public Quote quote(ServiceId service, Shipment shipment) {
    Tariff tariff = at(service, shipment.day());
    return tariff == null
        ? new Quote.Refused(service, new RateRefusal.NotValid(service, shipment.day()))
        : tariff.quote(shipment);
  }

  /** What a service costs, minor units, or {@link Tariff#NO_PRICE}. */
  public long price(ServiceId service, Shipment shipment) {
    Tariff tariff = at(service, shipment.day());
    return tariff == null ? Tariff.NO_PRICE : tariff.price(shipment);
  }

  /** The answers of all services, in their order. */
  public List<Quote> quotes(Shipment shipment) {
    return services.stream().map(service -> quote(service, shipment)).toList();
  }
}
