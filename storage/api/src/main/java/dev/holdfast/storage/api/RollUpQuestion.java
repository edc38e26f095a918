package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.Grain;
import dev.holdfast.domain.reporting.Measure;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of roll-ups.
 *
 * @param grain of the rows that are read; {@code from} and {@code to} are starts of its stretches
 * @param from inclusive, local
 * @param to exclusive, local
 * @param only a filter's values by dimension of the cut: numbers of locations as text, codes of
 *     others. A dimension without an entry is not filtered
 * @param byTime whether each stretch is a row of its own
 * @param by dimensions of the cut that are kept apart; currency always is
 * @param measures those that are wanted; others are 0 in the answer
 */
public record RollUpQuestion(
    ClientId client,
    Cut cut,
    Grain grain,
    LocalDateTime from,
    LocalDateTime to,
    Map<Dimension, Set<String>> only,
    boolean byTime,
    Set<Dimension> by,
    Set<Measure> measures) {
  /** Copies the collections, and refuses what the cut does not have. */
  public RollUpQuestion {
    only = Map.copyOf(only);
    by = Set.copyOf(by);
    measures = Set.copyOf(measures);
    if (!cut.dimensions().containsAll(by) || !cut.dimensions().containsAll(only.keySet())) {
      throw new IllegalArgumentException("cut " + cut + " has not all of " + by + only.keySet());
    }
    if (!grain.startOf(from).equals(from) || !grain.startOf(to).equals(to)) {
      throw new IllegalArgumentException(from + " or " + to + " is no start of a " + grain);
    }
  }
}
