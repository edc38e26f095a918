package dev.holdfast.application.reporting.facts;

import dev.holdfast.application.floor.FloorBook;
import dev.holdfast.application.floor.FloorList;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.Sums;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.storage.api.FactSource.PickListChange;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finished pick lists as reports count them: in the hour in which a list was done, by its
 * location's clock. For any number of threads. Throws {@link
 * dev.holdfast.storage.api.StoreUnavailableException} when a name must be asked for and cannot be.
 */
public final class WalkFacts {
  private static final Logger LOG = LoggerFactory.getLogger(WalkFacts.class);

  private final FactNames names;

  public WalkFacts(FactNames names) {
    this.names = names;
  }

  /**
   * A walk that somebody has finished.
   *
   * @param lines picks: an SKU for an order, from however many slots and lots
   * @param stops places that were walked to
   */
  public record Walk(
      UUID id,
      String number,
      int locationId,
      long version,
      Instant doneAt,
      long lengthMm,
      int lines,
      int stops) {}

  private record Pick(long skuId, int tote) {}

  /** What a finished list adds to roll-ups; empty, with a warning, where it cannot be read. */
  public Optional<VersionedFact> of(PickListChange change) {
    return walkOf(change).map(walk -> fact(change, walk));
  }

  /** The walk of a finished list; empty, with a warning, where it cannot be read. */
  public static Optional<Walk> walkOf(PickListChange change) {
    FloorList.Content content;
    try {
      content = FloorBook.contentOf(change.document());
    } catch (IllegalStateException broken) {
      LOG.warn(
          "reports leave out pick list {} of client {}: {}",
          change.number(),
          change.client().value(),
          broken.getMessage());
      return Optional.empty();
    }
    Set<Pick> picks = new HashSet<>();
    content
        .stops()
        .forEach(stop -> stop.picks().forEach(one -> picks.add(new Pick(one.skuId(), one.tote()))));
    return Optional.of(
        new Walk(
            change.id(),
            change.number(),
            change.locationId(),
            change.version(),
            change.updatedAt(),
            content.lengthMm(),
            picks.size(),
            content.stops().size()));
  }

  private VersionedFact fact(PickListChange change, Walk walk) {
    ZoneId zone = names.place(change.client(), walk.locationId()).zone();
    LocalDateTime hour = LocalDateTime.ofInstant(walk.doneAt(), zone).truncatedTo(ChronoUnit.HOURS);
    List<Contribution> contributions = new ArrayList<>();
    for (Cut cut : List.of(Cut.CLIENT, Cut.PLACE)) {
      int location = cut == Cut.PLACE ? walk.locationId() : 0;
      contributions.add(
          new Contribution(
              new RollUpKey(change.client(), cut, hour, location, "", "", "", ""),
              new Sums()
                  .add(Measure.WALK_MM, walk.lengthMm())
                  .add(Measure.WALK_LINES, walk.lines())));
    }
    return new VersionedFact(change.client(), walk.id(), walk.version(), contributions, List.of());
  }
}
