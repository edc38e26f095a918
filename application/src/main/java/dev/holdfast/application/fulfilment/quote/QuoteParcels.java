package dev.holdfast.application.fulfilment.quote;

import dev.holdfast.application.fulfilment.carrier.CarrierRates;
import dev.holdfast.application.fulfilment.quote.ServiceQuote.Source;
import dev.holdfast.application.fulfilment.setup.Facility;
import dev.holdfast.application.fulfilment.setup.FulfilmentSetup;
import dev.holdfast.application.fulfilment.setup.SetupBook;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.rate.Charge;
import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.Quote;
import dev.holdfast.domain.fulfilment.rate.RateBook;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.rate.Shipment;
import dev.holdfast.domain.fulfilment.transit.Arrival;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says what every service asks for given parcels that a location could begin with now, when they
 * would arrive and why; with the carriers' own prices where they can be asked in time, else by the
 * tariff. Blocks: the settings may be read, and the carriers asked until their deadline.
 */
public final class QuoteParcels {
  private final SetupBook book;
  private final CarrierRates live;
  private final Clock clock;

  public QuoteParcels(SetupBook book, CarrierRates live, Clock clock) {
    this.book = book;
    this.live = live;
    this.clock = clock;
  }

  /**
   * What is asked.
   *
   * @param location the code of a facility
   * @param promised the day of arrival, at the latest; null for any
   */
  public record Question(
      String location,
      Destination destination,
      List<Parcel> parcels,
      @Nullable LocalDate promised) {
    /** Copies the parcels. */
    public Question {
      parcels = List.copyOf(parcels);
    }
  }

  /** What is answered. */
  public sealed interface Answer {
    /**
     * Every service, in order.
     *
     * @param release when the location could begin
     * @param live what the carriers themselves said
     */
    record Quoted(
        String currency, Instant release, List<ServiceQuote> services, CarrierRates.Answer live)
        implements Answer {
      /** Copies the services. */
      public Quoted {
        services = List.copyOf(services);
      }
    }

    /** The location ships nothing. */
    record NoFacility() implements Answer {}

    /** The client has no tariff. */
    record NoTariff() implements Answer {}
  }

  /** Quotes. */
  public Answer quote(ClientId client, Question question) {
    FulfilmentSetup setup = book.of(client);
    RateBook rates = setup.rates();
    Facility facility = setup.facilities().get(question.location());
    if (facility == null) {
      return new Answer.NoFacility();
    }
    if (rates == null) {
      return new Answer.NoTariff();
    }
    CarrierRates.Answer said =
        live.ask(
            new CarrierRates.Question(
                facility.origin(),
                facility.country(),
                question.destination(),
                question.parcels(),
                rates.currency()));
    Map<ServiceId, Long> prices =
        said instanceof CarrierRates.Answer.Rates told ? told.minor() : Map.of();
    Instant release = clock.instant();
    List<ServiceQuote> quotes = new ArrayList<>();
    for (ServiceId service : rates.services()) {
      ServiceCalendar usual = setup.calendars().get(service);
      Arrival arrival =
          usual == null
              ? null
              : facility
                  .calendar(usual)
                  .arrive(facility.origin(), question.destination().postcode(), release);
      quotes.add(quote(rates, service, facility, question, arrival, prices.get(service)));
    }
    return new Answer.Quoted(rates.currency(), release, withCheapest(quotes), said);
  }

  private static ServiceQuote quote(
      RateBook rates,
      ServiceId service,
      Facility facility,
      Question question,
      @Nullable Arrival arrival,
      @Nullable Long carriersMinor) {
    if (!(arrival instanceof Arrival.Arrives arrives)) {
      String reason =
          arrival == null ? "no calendar says when it arrives: import one" : arrival.message();
      return new ServiceQuote(service, Source.TARIFF, null, List.of(), null, reason, false);
    }
    Shipment shipment =
        new Shipment(
            question.parcels(),
            facility.origin().postcode(),
            question.destination(),
            arrives.pickUp());
    Quote tariff = rates.quote(service, shipment);
    List<Charge> charges = tariff instanceof Quote.Priced priced ? priced.charges() : List.of();
    Long minor = carriersMinor;
    if (minor == null && tariff instanceof Quote.Priced priced) {
      minor = priced.total().minor();
    }
    String reason = null;
    if (minor == null && tariff instanceof Quote.Refused refused) {
      reason = refused.reason().message();
    } else if (question.promised() != null && arrives.date().isAfter(question.promised())) {
      reason = "arrives " + arrives.date() + ", promised " + question.promised();
    }
    Source source = carriersMinor == null ? Source.TARIFF : Source.CARRIER;
    return new ServiceQuote(service, source, minor, charges, arrives, reason, false);
  }

  /** The least price, then the earliest arrival, then the first: as sourcing chooses. */
  private static List<ServiceQuote> withCheapest(List<ServiceQuote> quotes) {
    ServiceQuote best =
        quotes.stream()
            .filter(one -> one.reason() == null && one.totalMinor() != null)
            .min(
                Comparator.comparing((ServiceQuote one) -> Objects.requireNonNull(one.totalMinor()))
                    .thenComparing(one -> Objects.requireNonNull(one.arrival()).date()))
            .orElse(null);
    return quotes.stream().map(one -> one.equals(best) ? one.asCheapest() : one).toList();
  }
}
