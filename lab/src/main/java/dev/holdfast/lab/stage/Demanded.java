package dev.holdfast.lab.stage;

import dev.holdfast.lab.generate.ClientDay;
import dev.holdfast.lab.generate.ClientProfile;
import dev.holdfast.lab.generate.Demand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is loaded: every client's days.
 *
 * @param rows order lines by shipment, about
 * @param now after everything that was generated
 */
public record Demanded(Demand demand, long rows, Instant now) {
  /** Measured: lines by shipment in an order of the generator. */
  private static final double ROWS_PER_ORDER = 1.98;

  /** So many rows, as the demand's clients and days share them. */
  public static Demanded ofRows(Demand demand, long rows) {
    Demand scaled = demand.scaledTo(Math.max(demand.clients(), (long) (rows / ROWS_PER_ORDER)));
    return new Demanded(
        scaled,
        rows,
        scaled.end().atStartOfDay(java.time.ZoneOffset.UTC).plusHours(12).toInstant());
  }

  /** With a day more, to which the next minute is another one. */
  public Demanded later() {
    return new Demanded(demand.longer(), rows, now);
  }

  /** Days in order of time, then clients. */
  public List<ClientDay> days() {
    List<ClientDay> days = new ArrayList<>();
    List<ClientProfile> clients = demand.profiles();
    for (int day = 0; day < demand.days(); day++) {
      for (ClientProfile client : clients) {
        days.add(new ClientDay(demand, client, demand.from().plusDays(day)));
      }
    }
    return days;
  }
}
