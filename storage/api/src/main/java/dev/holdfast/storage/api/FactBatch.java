package dev.holdfast.storage.api;

import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.VersionedFact;
import java.time.Instant;
import java.util.List;

/**
 * Committed facts in the order in which they were committed: everything from one mark to the next.
 *
 * @param from the mark that it goes on from
 * @param to the mark after it, larger than {@code from}
 * @param asOf everything committed before this is in this batch or an earlier one
 * @param facts each fact once, in its latest version
 * @param increments of facts that never change; a key may occur several times
 */
public record FactBatch(
    long from, long to, Instant asOf, List<VersionedFact> facts, List<Contribution> increments) {
  /** Copies the lists. */
  public FactBatch {
    facts = List.copyOf(facts);
    increments = List.copyOf(increments);
    if (to <= from) {
      throw new IllegalArgumentException("a batch from " + from + " to " + to + " leads nowhere");
    }
  }
}
