package dev.holdfast.application.reporting.fold;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.Sums;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.FactSource;
import dev.holdfast.storage.api.FactSource.MovementSum;
import dev.holdfast.storage.api.FactSource.OrderChange;
import dev.holdfast.storage.api.FactSource.PickListChange;
import dev.holdfast.storage.api.FactSource.RefusalSum;
import dev.holdfast.storage.api.FactSource.Window;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a window as a batch: orders and walks with what they contribute now, movements and refusals
 * summed by what they are counted under. A document that cannot be counted is left out and logged:
 * one broken order must not stop the reports of everybody. For one thread.
 */
final class FactReader {
  private static final Logger LOG = LoggerFactory.getLogger(FactReader.class);

  private final FactSource source;
  private final Function<OrderChange, Optional<VersionedFact>> orders;
  private final Function<PickListChange, Optional<VersionedFact>> walks;
  private final FoldFigures figures;

  FactReader(
      FactSource source,
      Function<OrderChange, Optional<VersionedFact>> orders,
      Function<PickListChange, Optional<VersionedFact>> walks,
      FoldFigures figures) {
    this.source = source;
    this.orders = orders;
    this.walks = walks;
    this.figures = figures;
  }

  /**
   * Everything of a window.
   *
   * @param asOf of the batch
   */
  FactBatch read(Window window, Instant asOf) {
    List<VersionedFact> facts = new ArrayList<>();
    source.orders(window, order -> add(orders, order, order.client(), facts));
    source.pickLists(window, list -> add(walks, list, list.client(), facts));
    Map<RollUpKey, Sums> increments = new HashMap<>();
    source.movements(window).forEach(movement -> add(movement, increments));
    source.refusals(window).forEach(refusal -> add(refusal, increments));
    List<Contribution> summed = new ArrayList<>(increments.size());
    increments.forEach((key, sums) -> summed.add(new Contribution(key, sums)));
    return new FactBatch(window.from(), window.to(), asOf, facts, summed);
  }

  private <C> void add(
      Function<C, Optional<VersionedFact>> count,
      C change,
      ClientId client,
      List<VersionedFact> to) {
    try {
      count.apply(change).ifPresent(to::add);
    } catch (StoreUnavailableException away) {
      throw away;
    } catch (RuntimeException broken) {
      figures.leftOut();
      // Not the document, which says where people live.
      LOG.error("left out of the reports of client {}", client.value(), broken);
    }
  }

  private static void add(MovementSum movement, Map<RollUpKey, Sums> to) {
    Place place = new Place(movement.locationId(), movement.category(), movement.hour());
    to.computeIfAbsent(place.key(movement.client(), Cut.STOCK), any -> new Sums())
        .add(Measure.RECEIVED_UNITS, movement.received())
        .add(Measure.SOLD_UNITS, movement.sold())
        .add(Measure.RETURNED_UNITS, movement.returned())
        .add(Measure.SHRINKAGE_UNITS, movement.shrinkage())
        .add(Measure.SPOILED_UNITS, movement.spoiled())
        .add(Measure.ON_HAND_UNITS, movement.onHand());
  }

  private static void add(RefusalSum refusal, Map<RollUpKey, Sums> to) {
    Place place = new Place(refusal.locationId(), refusal.category(), refusal.hour());
    for (Cut cut : List.of(Cut.CLIENT, Cut.PLACE, Cut.STOCK)) {
      to.computeIfAbsent(place.key(refusal.client(), cut), any -> new Sums())
          .add(Measure.REFUSALS, refusal.lines())
          .add(Measure.REFUSED_UNITS, refusal.units());
    }
  }

  /** Where and when something happened to stock. */
  private record Place(int location, String category, LocalDateTime hour) {
    RollUpKey key(ClientId client, Cut cut) {
      return new RollUpKey(
          client,
          cut,
          hour,
          cut == Cut.CLIENT ? 0 : location,
          "",
          "",
          cut == Cut.STOCK ? category : "",
          "");
    }
  }
}
