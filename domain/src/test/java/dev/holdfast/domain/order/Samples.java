package dev.holdfast.domain.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What every order has and these tests do not ask about. */
final class Samples {
  static final Delivery DOOR =
      new Delivery(new ShipTo("98101", "US", true), null, Preferences.NONE);
  static final PlanNotes NOTES = new PlanNotes("USD", 0, true, List.of());
  static final Carriage CARRIAGE =
      new Carriage(
          "Bluegull",
          "ground",
          LocalDate.parse("2026-03-02"),
          Instant.parse("2026-03-02T23:00:00Z"),
          LocalDate.parse("2026-03-05"),
          new Carriage.Cost(700, 40, 0, 0),
          List.of(),
          List.of());

  private Samples() {}
}
