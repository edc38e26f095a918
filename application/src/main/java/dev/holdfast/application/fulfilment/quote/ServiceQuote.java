package dev.holdfast.application.fulfilment.quote;

import dev.holdfast.domain.fulfilment.rate.Charge;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.transit.Arrival;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one service answers.
 *
 * @param source whose price it is
 * @param totalMinor null where there is no price
 * @param charges of the tariff, also where the carrier's own price counts; empty where it has none
 * @param arrival null where it never arrives, or nobody knows when
 * @param reason why it cannot be used, as a sentence without a full stop; null when it can
 * @param cheapest whether it is the one to use
 */
public record ServiceQuote(
    ServiceId service,
    Source source,
    @Nullable Long totalMinor,
    List<Charge> charges,
    Arrival.@Nullable Arrives arrival,
    @Nullable String reason,
    boolean cheapest) {
  /** Copies the charges. */
  public ServiceQuote {
    charges = List.copyOf(charges);
  }

  /** Whose price a price is. */
  public enum Source {
    TARIFF("tariff"),
    CARRIER("carrier");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    /** The name on the wire. */
    public String label() {
      return label;
    }
  }

  ServiceQuote asCheapest() {
    return new ServiceQuote(service, source, totalMinor, charges, arrival, reason, true);
  }
}
