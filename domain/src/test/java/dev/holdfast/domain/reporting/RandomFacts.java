package dev.holdfast.domain.reporting;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.OrderFact.LineFact;
import dev.holdfast.domain.reporting.OrderFact.ShipmentFact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Orders of every kind, many of them around clocks that change and days that begin. */
final class RandomFacts {
  /** One hour changes, half an hour does, none does. */
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Warsaw"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Asia/Kathmandu"));

  /** Clocks forward and back in Europe, back in New York; a year's end. */
  private static final List<Instant> MOMENTS =
      List.of(
          Instant.parse("2026-03-29T01:00:00Z"),
          Instant.parse("2026-10-25T01:00:00Z"),
          Instant.parse("2026-11-01T06:00:00Z"),
          Instant.parse("2026-12-31T23:00:00Z"));

  private static final long THREE_HOURS_MS = 3 * 3_600_000L;

  private final Random random;

  RandomFacts(long seed) {
    random = new Random(seed);
  }

  OrderFact order() {
    Instant placed =
        MOMENTS
            .get(random.nextInt(MOMENTS.size()))
            .plusMillis(random.nextLong(-THREE_HOURS_MS, THREE_HOURS_MS));
    boolean cancelled = random.nextInt(6) == 0;
    List<ShipmentFact> shipments = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      shipments.add(shipment(placed, !cancelled && random.nextInt(5) != 0));
    }
    return new OrderFact(
        new ClientId(1 + random.nextInt(2)),
        new UUID(random.nextLong(), random.nextLong()),
        1 + random.nextInt(9),
        placed,
        shipments.isEmpty() ? ZONES.getFirst() : shipments.getFirst().zone(),
        random.nextBoolean() ? "EUR" : "PLN",
        cancelled,
        shipments);
  }

  private ShipmentFact shipment(Instant placed, boolean live) {
    int location = 1 + random.nextInt(3);
    boolean released = random.nextInt(3) > 0;
    LocalDate day = LocalDate.of(2026, 11, 1).plusDays(random.nextInt(3));
    List<LineFact> lines = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      lines.add(line(live));
    }
    return new ShipmentFact(
        new UUID(random.nextLong(), random.nextLong()),
        location,
        ZONES.get(location),
        random.nextBoolean() ? "swift" : "slow",
        random.nextBoolean() ? "next-day" : "parcel",
        live,
        random.nextInt(4) == 0 ? null : day,
        random.nextBoolean() ? null : day.plusDays(random.nextInt(-1, 2)),
        placed.plusMillis(THREE_HOURS_MS),
        released ? later(placed) : null,
        released && random.nextBoolean() ? later(placed) : null,
        live ? 1 + random.nextInt(3) : 0,
        random.nextInt(900),
        lines);
  }

  private Instant later(Instant placed) {
    return placed.plusMillis(random.nextLong(2 * THREE_HOURS_MS));
  }

  /** Short where less is filled than was ordered; the same line may come again. */
  private LineFact line(boolean live) {
    long ordered = random.nextInt(5) * 500L;
    long filled = live ? random.nextLong(ordered + 1) : 0;
    return new LineFact(
        random.nextInt(3),
        List.of("", "dairy", "toys").get(random.nextInt(3)),
        ordered,
        filled,
        filled == 0 ? 0 : random.nextLong(filled + 1),
        filled * random.nextInt(100));
  }
}
