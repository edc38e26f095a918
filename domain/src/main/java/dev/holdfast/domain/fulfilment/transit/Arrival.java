package dev.holdfast.domain.fulfilment.transit;

import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** When a parcel arrives, or why it never does. */
public sealed interface Arrival {
  /**
   * It arrives.
   *
   * @param date the local date at the destination
   * @param pickUp the local date at the origin on which the carrier takes it
   * @param ready when it is ready for the carrier
   * @param steps what happens until then, in order; empty where nobody asked
   */
  record Arrives(LocalDate date, LocalDate pickUp, Instant ready, List<Step> steps)
      implements Arrival {
    /** Keeps a copy. */
    public Arrives {
      steps = List.copyOf(steps);
    }
  }

  /** The service does not know how long it takes between these postcodes. */
  record NoTransit(ServiceId service, Postcode origin, Postcode destination) implements Arrival {}

  /** So many days in a row have no work, pick-up, transit or delivery. */
  record NoDay(ServiceId service, Step.Kind lacking) implements Arrival {}

  /** A sentence for people; names the mend where it does not arrive. */
  default String message() {
    return switch (this) {
      case Arrives arrives -> "arrives " + arrives.date();
      case NoTransit none ->
          "%s has no transit time from %s to %s: add a transit row, or use another service"
              .formatted(none.service(), none.origin(), none.destination());
      case NoDay none ->
          "%s has no day in %d on which a parcel would be %s: correct its days and holidays"
              .formatted(none.service(), ServiceCalendar.MAX_SEARCH_DAYS, lacking(none.lacking()));
    };
  }

  private static String lacking(Step.Kind kind) {
    return switch (kind) {
      case READY -> "ready";
      case PICKED_UP -> "picked up";
      case MOVED -> "moved";
      default -> "delivered";
    };
  }
}
