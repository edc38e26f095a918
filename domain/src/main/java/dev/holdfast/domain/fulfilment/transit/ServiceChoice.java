package dev.holdfast.domain.fulfilment.transit;

import dev.holdfast.domain.fulfilment.Money;
import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.Quote;
import dev.holdfast.domain.fulfilment.rate.RateBook;
import dev.holdfast.domain.fulfilment.rate.RateRefusal;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.rate.Shipment;
import dev.holdfast.domain.fulfilment.rate.Tariff;
import dev.holdfast.domain.fulfilment.transit.Choice.Chosen;
import dev.holdfast.domain.fulfilment.transit.Choice.Reason;
import dev.holdfast.domain.fulfilment.transit.Choice.Rejected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest service that arrives by a promise: the least price, then the earliest arrival,
 * then the first in the order of services. Immutable; for any number of threads.
 */
public final class ServiceChoice {
  private final RateBook book;
  private final Map<ServiceId, ServiceCalendar> calendars;

  /** Among the services of a book; a service without a calendar is rejected by name. */
  public ServiceChoice(RateBook book, Collection<ServiceCalendar> calendars) {
    this.book = book;
    this.calendars = new HashMap<>();
    calendars.forEach(calendar -> this.calendars.put(calendar.service(), calendar));
  }

  /** A service that has an arrival and a price; whether in time is another question. */
  private record Candidate(
      ServiceId service, Arrival.Arrives arrival, Shipment shipment, long minor) {
    boolean beats(@Nullable Candidate other) {
      if (other == null || minor != other.minor) {
        return other == null || minor < other.minor;
      }
      return arrival.date().isBefore(other.arrival.date());
    }
  }

  /** The price alone: what {@link #cheapest} would choose, minor units. */
  public long cheapestPrice(
      List<Parcel> parcels,
      Origin origin,
      Destination destination,
      Instant release,
      LocalDate promised) {
    long least = Tariff.NO_PRICE;
    for (ServiceId service : book.services()) {
      ServiceCalendar calendar = calendars.get(service);
      Arrival arrival =
          calendar == null ? null : calendar.arriveQuickly(origin, destination.postcode(), release);
      if (arrival instanceof Arrival.Arrives arrives && !arrives.date().isAfter(promised)) {
        Shipment shipment = new Shipment(parcels, origin.postcode(), destination, arrives.pickUp());
        long minor = book.price(service, shipment);
        if (minor != Tariff.NO_PRICE && (least == Tariff.NO_PRICE || minor < least)) {
          least = minor;
        }
      }
    }
    return least;
  }

  /**
   * The choice with its reasons.
   *
   * @param release when the location may begin
   * @param promised the local date at the destination by which it must arrive
   */
  public Choice cheapest(
      List<Parcel> parcels,
      Origin origin,
      Destination destination,
      Instant release,
      LocalDate promised) {
    List<Rejected> rejected = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    for (ServiceId service : book.services()) {
      ServiceCalendar calendar = calendars.get(service);
      if (calendar == null) {
        rejected.add(new Rejected(service, null, null, new Reason.NoCalendar()));
        continue;
      }
      Arrival arrival = calendar.arriveQuickly(origin, destination.postcode(), release);
      if (!(arrival instanceof Arrival.Arrives arrives)) {
        rejected.add(new Rejected(service, null, null, new Reason.NoArrival(arrival)));
        continue;
      }
      Shipment shipment = new Shipment(parcels, origin.postcode(), destination, arrives.pickUp());
      long minor = book.price(service, shipment);
      if (minor == Tariff.NO_PRICE) {
        rejected.add(
            new Rejected(
                service, null, arrives.date(), new Reason.NoPrice(why(service, shipment))));
      } else {
        candidates.add(new Candidate(service, arrives, shipment, minor));
      }
    }
    Candidate best = best(candidates, promised);
    for (Candidate candidate : candidates) {
      if (best == null || !candidate.service().equals(best.service())) {
        rejected.add(reject(candidate, best, promised));
      }
    }
    rejected.sort(Comparator.comparing(Rejected::service));
    return new Choice(best == null ? null : chosen(best, origin, release), rejected);
  }

  private static @Nullable Candidate best(List<Candidate> candidates, LocalDate promised) {
    Candidate best = null;
    for (Candidate candidate : candidates) {
      if (!candidate.arrival().date().isAfter(promised) && candidate.beats(best)) {
        best = candidate;
      }
    }
    return best;
  }

  private Rejected reject(Candidate candidate, @Nullable Candidate best, LocalDate promised) {
    LocalDate date = candidate.arrival().date();
    Reason reason;
    if (date.isAfter(promised)) {
      reason = new Reason.Late(date, promised);
    } else if (best == null) {
      throw new IllegalStateException(candidate.service() + " is in time but was not chosen");
    } else {
      reason = new Reason.Dearer(best.service(), candidate.minor() - best.minor());
    }
    return new Rejected(
        candidate.service(), new Money(candidate.minor(), book.currency()), date, reason);
  }

  /** Only now the charges and steps are written down: those of the others nobody reads. */
  private Chosen chosen(Candidate best, Origin origin, Instant release) {
    ServiceCalendar calendar = Objects.requireNonNull(calendars.get(best.service()));
    Postcode to = best.shipment().destination().postcode();
    if (book.quote(best.service(), best.shipment()) instanceof Quote.Priced priced
        && calendar.arrive(origin, to, release) instanceof Arrival.Arrives arrives) {
      return new Chosen(priced, arrives);
    }
    throw new IllegalStateException(best.service() + " was chosen and then refused");
  }

  private RateRefusal why(ServiceId service, Shipment shipment) {
    return switch (book.quote(service, shipment)) {
      case Quote.Refused refused -> refused.reason();
      case Quote.Priced priced -> throw new IllegalStateException(service + " has two answers");
    };
  }
}
