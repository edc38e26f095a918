package dev.holdfast.server.runtime.reporting;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.OrderFact;
import dev.holdfast.domain.reporting.OrderFact.LineFact;
import dev.holdfast.domain.reporting.OrderFact.ShipmentFact;
import dev.holdfast.server.runtime.reporting.RawFacts.Movement;
import dev.holdfast.server.runtime.reporting.RawFacts.Refusal;
import dev.holdfast.server.runtime.reporting.RawFacts.Walk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts that never happened, most of them at the hours at which counting goes wrong. */
final class RandomFacts {
  static final List<String> CARRIERS = List.of("acme", "snail");
  static final List<String> SERVICES = List.of("ground", "air");
  static final List<String> CATEGORIES = List.of("dairy", "tools", "");
  private static final int MOST_LINES = 3;

  /** Midnights, both changes of both clocks, paydays, the turns of months and of a year. */
  private static final List<Instant> ANCHORS =
      List.of(
          Instant.parse("2026-03-29T01:00:00Z"),
          Instant.parse("2026-10-25T01:00:00Z"),
          Instant.parse("2026-03-08T07:00:00Z"),
          Instant.parse("2026-11-01T06:00:00Z"),
          Instant.parse("2026-11-06T04:00:00Z"),
          Instant.parse("2026-11-13T23:00:00Z"),
          Instant.parse("2026-11-20T05:00:00Z"),
          Instant.parse("2026-11-27T12:00:00Z"),
          Instant.parse("2026-10-31T23:00:00Z"),
          Instant.parse("2025-12-31T23:30:00Z"));

  private final Random random;

  RandomFacts(long seed) {
    this.random = new Random(seed);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  Instant moment() {
    return one(ANCHORS).plusSeconds(random.nextLong(40 * 3_600L) - 20 * 3_600L);
  }

  /** One of the client's four places: 1 to 4, 5 to 8. */
  int place(ClientId client) {
    return (client.value() - 1) * 4 + 1 + random.nextInt(4);
  }

  OrderFact order(ClientId client, UUID id, long version, Instant placed) {
    int shipments = 1 + (random.nextInt(3) == 0 ? random.nextInt(3) : 0);
    boolean cancelled = random.nextInt(8) == 0;
    List<ShipmentFact> all = new ArrayList<>();
    for (int i = 0; i < shipments; i++) {
      all.add(shipment(client, placed, !cancelled && random.nextInt(8) > 0));
    }
    String currency = random.nextInt(5) == 0 ? "EUR" : "USD";
    return new OrderFact(
        client,
        id,
        version,
        placed,
        RawFacts.zone(all.getFirst().locationId()),
        currency,
        cancelled,
        all);
  }

  private ShipmentFact shipment(ClientId client, Instant placed, boolean live) {
    int place = place(client);
    Instant released = later(placed, 20);
    Instant shipped = released == null ? null : later(released, 60);
    LocalDate day = LocalDate.ofInstant(placed, ZoneOffset.UTC);
    List<LineFact> lines = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(MOST_LINES); i++) {
      lines.add(line(live));
    }
    return new ShipmentFact(
        new UUID(random.nextLong(), random.nextLong()),
        place,
        RawFacts.zone(place),
        one(CARRIERS),
        one(SERVICES),
        live,
        random.nextInt(4) == 0 ? null : day.plusDays(random.nextInt(5)),
        random.nextInt(4) == 0 ? null : day.plusDays(random.nextInt(5)),
        placed.plus(Duration.ofHours(random.nextInt(72))),
        released,
        shipped,
        1 + random.nextInt(3),
        random.nextInt(2_000),
        lines);
  }

  private LineFact line(boolean live) {
    long ordered = 1 + random.nextLong(9_000);
    long filled = live ? ordered - (random.nextInt(3) == 0 ? random.nextLong(ordered) : 0) : 0;
    long returned = random.nextInt(6) == 0 ? filled / 2 : 0;
    long revenue = live ? random.nextInt(50_000) : 0;
    return new LineFact(
        random.nextInt(MOST_LINES), one(CATEGORIES), ordered, filled, returned, revenue);
  }

  /** Within so many hours; null as often as not. */
  private @Nullable Instant later(Instant than, int hours) {
    return random.nextBoolean() ? than.plusMillis(random.nextLong(hours * 3_600_000L)) : null;
  }

  Movement movement(ClientId client) {
    return new Movement(
        client,
        place(client),
        one(CATEGORIES),
        moment(),
        random.nextInt(100_000),
        random.nextInt(20_000),
        random.nextInt(3_000) - 1_000,
        random.nextInt(5) == 0 ? random.nextInt(1_000) : 0);
  }

  Refusal refusal(ClientId client) {
    int place = random.nextInt(5) == 0 ? 0 : place(client);
    return new Refusal(client, place, one(CATEGORIES), moment(), 1 + random.nextInt(3));
  }

  Walk walk(ClientId client) {
    return new Walk(
        client,
        new UUID(random.nextLong(), random.nextLong()),
        1,
        place(client),
        moment(),
        random.nextInt(500_000),
        1 + random.nextInt(30));
  }
}
