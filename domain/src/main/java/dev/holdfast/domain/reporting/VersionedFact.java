package dev.holdfast.domain.reporting;

import dev.holdfast.domain.catalogue.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that reports count and that can change later: an order, a pick list. What counts is
 * what its latest version contributes; a store takes away what the version before it did.
 *
 * @param id unique among the client's facts
 * @param version from 1, grows with every change; a lower or equal one than is folded changes
 *     nothing
 * @param contributions at most one per key
 * @param open shipments that wait to be handed over, as of this version
 */
public record VersionedFact(
    ClientId client, UUID id, long version, List<Contribution> contributions, List<Open> open) {
  /** Copies the lists. */
  public VersionedFact {
    contributions = List.copyOf(contributions);
    open = List.copyOf(open);
  }

  /**
   * A shipment in the backlog.
   *
   * @param placedAt since when the customer waits
   * @param lines of the shipment
   */
  public record Open(
      UUID shipment,
      int locationId,
      String carrier,
      String service,
      Instant placedAt,
      Instant shipBy,
      int lines) {}
}
