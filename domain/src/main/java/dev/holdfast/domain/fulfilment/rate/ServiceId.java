package dev.holdfast.domain.fulfilment.rate;

import java.util.Comparator;

/**
 * One service of one carrier, such as express of Bluegull. Ordered by carrier, then service.
 *
 * @param carrier a code, upper and lower case as written
 * @param service a code, unique within the carrier
 */
public record ServiceId(String carrier, String service) implements Comparable<ServiceId> {
  private static final Comparator<ServiceId> ORDER =
      Comparator.comparing(ServiceId::carrier).thenComparing(ServiceId::service);

  @Override
  public int compareTo(ServiceId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return carrier + " " + service;
  }
}
