package dev.holdfast.domain.fulfilment.rate;

import dev.holdfast.domain.fulfilment.Money;
import java.util.List;

/** What a service answers to a shipment. */
public sealed interface Quote {
  /** Whose answer it is. */
  ServiceId service();

  /**
   * A price.
   *
   * @param total the sum of the charges
   * @param charges each with its reason, in the order in which they were added up
   */
  record Priced(ServiceId service, Money total, List<Charge> charges) implements Quote {
    /** Keeps a copy. */
    public Priced {
      charges = List.copyOf(charges);
    }
  }

  /** No price. */
  record Refused(ServiceId service, RateRefusal reason) implements Quote {}
}
