package dev.holdfast.storage.mongo;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.Grain;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.Sums;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.domain.reporting.VersionedFact.Open;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpQuestion;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Three batches that build on each other: orders of two clients, their later versions, more. */
final class Batches {
  static final ClientId ONE = new ClientId(1);
  static final ClientId OTHER = new ClientId(2);
  private static final LocalDateTime HOUR = LocalDateTime.of(2026, 11, 20, 23, 0);
  private static final Instant PLACED = Instant.parse("2026-11-20T22:00:00Z");

  private Batches() {}

  static FactBatch first() {
    return batch(0, order(ONE, 1, 1, 3, 10), order(ONE, 2, 1, 3, 20), order(OTHER, 1, 1, 5, 1));
  }

  /** An order changes, one moves to another place, one is new; movements of stock. */
  static FactBatch second() {
    return batch(10, order(ONE, 1, 2, 3, 7), order(OTHER, 1, 4, 6, 2), order(OTHER, 9, 1, 6, 5));
  }

  /** The same order changes once more. */
  static FactBatch third() {
    return batch(20, order(ONE, 1, 3, 4, 8), order(OTHER, 9, 2, 6, 6));
  }

  private static FactBatch batch(long from, VersionedFact... facts) {
    Contribution moved =
        new Contribution(
            new RollUpKey(ONE, Cut.STOCK, HOUR.plusHours(from), 3, "", "", "food", ""),
            new Sums().add(Measure.SOLD_UNITS, 500).add(Measure.ON_HAND_UNITS, -500));
    return new FactBatch(
        from, from + 10, PLACED.plusSeconds(from), List.of(facts), List.of(moved, moved));
  }

  private static VersionedFact order(
      ClientId client, int number, long version, int place, long revenue) {
    RollUpKey whole = new RollUpKey(client, Cut.CLIENT, HOUR, 0, "", "", "", "EUR");
    RollUpKey there = new RollUpKey(client, Cut.PLACE, HOUR, place, "", "", "", "EUR");
    Sums sums = new Sums().add(Measure.ORDERS, 1).add(Measure.REVENUE, revenue);
    UUID id = new UUID(client.value(), number);
    return new VersionedFact(
        client,
        id,
        version,
        List.of(new Contribution(whole, sums), new Contribution(there, sums)),
        List.of(new Open(id, place, "dhl", "std", PLACED.plusSeconds(number), PLACED, 1)));
  }

  /** Questions that together see every row of every grain. */
  static List<RollUpQuestion> questions() {
    return List.of(ONE, OTHER).stream()
        .flatMap(client ->
            List.of(Grain.values()).stream()
                .flatMap(grain ->
                    List.of(Cut.CLIENT, Cut.PLACE, Cut.STOCK).stream()
                        .map(cut -> question(client, grain, cut))))
        .toList();
  }

  private static RollUpQuestion question(ClientId client, Grain grain, Cut cut) {
    Set<Dimension> by = cut == Cut.CLIENT ? Set.of() : Set.of(Dimension.LOCATION);
    return new RollUpQuestion(
        client,
        cut,
        grain,
        LocalDateTime.of(2026, 11, 1, 0, 0),
        LocalDateTime.of(2026, 12, 1, 0, 0),
        Map.of(),
        true,
        by,
        Set.of(Measure.values()));
  }
}
