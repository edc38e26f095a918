package dev.holdfast.domain.fulfilment.transit;

import dev.holdfast.domain.fulfilment.Money;
import dev.holdfast.domain.fulfilment.rate.Quote;
import dev.holdfast.domain.fulfilment.rate.RateRefusal;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The service for a shipment, and every other one with its reason.
 *
 * @param chosen null when none arrives by the promise; then each rejected one says why
 * @param rejected all other services of the book, in their order
 */
public record Choice(@Nullable Chosen chosen, List<Rejected> rejected) {
  /** Keeps a copy. */
  public Choice {
    rejected = List.copyOf(rejected);
  }

  /** What was chosen: its price with every charge, and its way with every step. */
  public record Chosen(Quote.Priced quote, Arrival.Arrives arrival) {}

  /**
   * A service that was not chosen.
   *
   * @param price null where it has none
   * @param date when it would arrive; null where it does not
   */
  public record Rejected(
      ServiceId service, @Nullable Money price, @Nullable LocalDate date, Reason reason) {}

  /** Why a service was not chosen. */
  public sealed interface Reason {
    /** No calendar says when it arrives. */
    record NoCalendar() implements Reason {}

    /** Its calendar finds no arrival. */
    record NoArrival(Arrival arrival) implements Reason {}

    /** Its tariff has no price. */
    record NoPrice(RateRefusal refusal) implements Reason {}

    /** It arrives after the promise. */
    record Late(LocalDate arrives, LocalDate promised) implements Reason {}

    /** In time, but not the cheapest, or as cheap and not the first to arrive. */
    record Dearer(ServiceId than, long byMinor) implements Reason {}

    /** A sentence for people. */
    default String message() {
      return switch (this) {
        case NoCalendar none -> "no calendar says when it arrives: import one";
        case NoArrival none -> none.arrival().message();
        case NoPrice none -> none.refusal().message();
        case Late late -> "arrives " + late.arrives() + ", promised " + late.promised();
        case Dearer same when same.byMinor() == 0 -> "costs as much as " + same.than();
        case Dearer dearer ->
            "costs " + dearer.byMinor() + " more (minor units) than " + dearer.than();
      };
    }
  }
}
