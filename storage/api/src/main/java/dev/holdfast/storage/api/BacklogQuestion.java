package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Dimension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of the shipments that wait to be handed over.
 *
 * @param only a filter's values by dimension, location, carrier or service: numbers of locations as
 *     text, codes of others. A dimension without an entry is not filtered
 * @param limits moments, the latest first, that part ages: the first one is of what was ordered
 *     after the first moment, the next of what was ordered at or before it and after the next
 *     moment, the last of what was ordered at or before the last moment
 * @param now what should have left before this is late
 */
public record BacklogQuestion(
    ClientId client, Map<Dimension, Set<String>> only, List<Instant> limits, Instant now) {
  /** Copies the collections, and refuses limits out of order and dimensions that none has. */
  public BacklogQuestion {
    only = Map.copyOf(only);
    limits = List.copyOf(limits);
    if (only.containsKey(Dimension.CATEGORY)) {
      throw new IllegalArgumentException("shipments have no category");
    }
    for (int i = 1; i < limits.size(); i++) {
      if (!limits.get(i).isBefore(limits.get(i - 1))) {
        throw new IllegalArgumentException(limits + " are not the latest first");
      }
    }
  }

  /** Which age something ordered at a moment is of; 0 is the youngest. */
  public int ageOf(Instant ordered) {
    int age = 0;
    while (age < limits.size() && !ordered.isAfter(limits.get(age))) {
      age++;
    }
    return age;
  }

  /**
   * Of one age.
   *
   * @param late those whose latest moment to leave has passed
   */
  public record Waiting(long shipments, long lines, long late) {
    /** Nothing waits. */
    public static final Waiting NONE = new Waiting(0, 0, 0);

    /** Together with others. */
    public Waiting plus(Waiting other) {
      return new Waiting(shipments + other.shipments, lines + other.lines, late + other.late);
    }
  }
}
