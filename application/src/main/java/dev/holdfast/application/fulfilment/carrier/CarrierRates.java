package dev.holdfast.application.fulfilment.carrier;

import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.transit.Origin;
import java.util.List;
import java.util.Map;

/**
 * Carriers that can be asked for their prices of today. Whoever asks has a tariff to fall back on,
 * so an answer never takes longer than its deadline and never fails. For any number of threads.
 */
public interface CarrierRates {
  /** Where there are none. */
  CarrierRates NONE = question -> new Answer.NotAsked();

  /** Asks; blocks until the deadline at most. */
  Answer ask(Question question);

  /**
   * What is asked.
   *
   * @param country of the origin, two capital letters
   * @param parcels at least one
   * @param currency that the client's tariffs are in; prices in another are of no use
   */
  record Question(
      Origin origin,
      String country,
      Destination destination,
      List<Parcel> parcels,
      String currency) {
    /** Copies the parcels. */
    public Question {
      parcels = List.copyOf(parcels);
    }
  }

  /** What is answered. */
  sealed interface Answer {
    /** Prices of some services, minor units of the currency that was asked for. */
    record Rates(Map<ServiceId, Long> minor) implements Answer {
      /** Copies the prices. */
      public Rates {
        minor = Map.copyOf(minor);
      }
    }

    /**
     * No prices: late, failing, or not asked because it was so all the time.
     *
     * @param reason a sentence for people, without a full stop
     */
    record Away(String reason) implements Answer {}

    /** There is nobody to ask. */
    record NotAsked() implements Answer {}
  }
}
