package dev.holdfast.server.runtime.reporting;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.OrderContributions;
import dev.holdfast.domain.reporting.OrderFact;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.Sums;
import dev.holdfast.domain.reporting.VersionedFact;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * What happened, as it happened: the latest version of every order and walk, every movement and
 * refusal.
 */
record RawFacts(
    List<OrderFact> orders, List<Movement> movements, List<Refusal> refusals, List<Walk> walks) {

  /** Two clients with places of the same clocks; 0 is nobody's place. */
  static ZoneId zone(int location) {
    return switch (location % 4) {
      case 1, 2 -> ZoneId.of("Europe/Berlin");
      case 3 -> ZoneId.of("America/New_York");
      default -> location == 0 ? ZoneOffset.UTC : ZoneId.of("America/New_York");
    };
  }

  /** Thousandths of units. */
  record Movement(
      ClientId client,
      int location,
      String category,
      Instant at,
      long received,
      long sold,
      long shrinkage,
      long spoiled) {
    long onHand() {
      return received - sold - shrinkage - spoiled;
    }

    Contribution toRollUp() {
      return new Contribution(
          key(client, Cut.STOCK, at, location, category),
          new Sums()
              .add(Measure.RECEIVED_UNITS, received)
              .add(Measure.SOLD_UNITS, sold)
              .add(Measure.SHRINKAGE_UNITS, shrinkage)
              .add(Measure.SPOILED_UNITS, spoiled)
              .add(Measure.ON_HAND_UNITS, onHand()));
    }
  }

  record Refusal(ClientId client, int location, String category, Instant at, long lines) {
    List<Contribution> toRollUp() {
      return List.of(
          new Contribution(inClient(client, at, location), sums()),
          new Contribution(key(client, Cut.PLACE, at, location, ""), sums()),
          new Contribution(key(client, Cut.STOCK, at, location, category), sums()));
    }

    private Sums sums() {
      return new Sums().add(Measure.REFUSALS, lines);
    }
  }

  record Walk(
      ClientId client, UUID id, long version, int location, Instant at, long mm, long lines) {
    VersionedFact toRollUp() {
      return new VersionedFact(
          client,
          id,
          version,
          List.of(
              new Contribution(inClient(client, at, location), sums()),
              new Contribution(key(client, Cut.PLACE, at, location, ""), sums())),
          List.of());
    }

    private Sums sums() {
      return new Sums().add(Measure.WALK_MM, mm).add(Measure.WALK_LINES, lines);
    }
  }

  static VersionedFact toRollUp(OrderFact order) {
    return OrderContributions.of(order);
  }

  private static RollUpKey inClient(ClientId client, Instant at, int location) {
    return new RollUpKey(client, Cut.CLIENT, hour(at, location), 0, "", "", "", "");
  }

  private static RollUpKey key(
      ClientId client, Cut cut, Instant at, int location, String category) {
    return new RollUpKey(client, cut, hour(at, location), location, "", "", category, "");
  }

  private static LocalDateTime hour(Instant at, int location) {
    return LocalDateTime.ofInstant(at, zone(location)).truncatedTo(ChronoUnit.HOURS);
  }
}
