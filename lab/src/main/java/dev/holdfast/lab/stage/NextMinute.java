package dev.holdfast.lab.stage;

import dev.holdfast.lab.generate.ClientDay;
import dev.holdfast.lab.generate.ClientProfile;
import dev.holdfast.lab.generate.Demand;
import java.util.List;

/**
 * The orders of one minute after everything that was generated: each client's share of a mean
 * minute of the day that follows, at least one.
 */
public final class NextMinute {
  private static final int MINUTES = 1_440;
  private final Demand demand;

  private NextMinute(Demand demand) {
    this.demand = demand;
  }

  public static NextMinute of(Demanded demanded) {
    return new NextMinute(demanded.demand().longer());
  }

  public Demand demand() {
    return demand;
  }

  /** The day that the minute is of, for each client. */
  public List<ClientDay> days() {
    List<ClientProfile> clients = demand.profiles();
    return clients.stream()
        .map(client -> new ClientDay(demand, client, demand.end().minusDays(1)))
        .toList();
  }

  /** How many of the day's first orders are the minute's. */
  public int orders(ClientDay day) {
    return Math.max(1, day.orders() / MINUTES);
  }
}
