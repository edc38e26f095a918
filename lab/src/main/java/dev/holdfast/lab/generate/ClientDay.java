package dev.holdfast.lab.generate;

import java.time.LocalDate;
import java.util.function.Consumer;

/** One client's day: its orders in the order in which they were placed. For one thread. */
public final class ClientDay {
  private final Demand demand;
  private final ClientProfile client;
  private final LocalDate day;
  private final Draw draw = new Draw();

  public ClientDay(Demand demand, ClientProfile client, LocalDate day) {
    this.demand = demand;
    this.client = client;
    this.day = day;
  }

  public ClientProfile client() {
    return client;
  }

  public LocalDate day() {
    return day;
  }

  /** How many there will be. */
  public int orders() {
    return Season.orders(demand, client, day);
  }

  /** Draws them all; the object that is given is the same each time. */
  public void each(Consumer<GeneratedOrder> sink) {
    draw.start(Seeds.of(client.seed(), 2, day.toEpochDay()));
    OrderDraw orderDraw = new OrderDraw(draw, client, demand.end());
    HoursOfDay hours = new HoursOfDay(Season.isPayday(day));
    var zone = client.places().getFirst().zone();
    long midnight = day.atStartOfDay(zone).toEpochSecond();
    long last = day.plusDays(1).atStartOfDay(zone).toEpochSecond() - 1;
    int count = orders();
    GeneratedOrder order = new GeneratedOrder(client);
    order.epochDay = day.toEpochDay();
    for (int i = 0; i < count; i++) {
      order.sequence = i + 1;
      // One order in each of equally likely stretches: in order without sorting.
      double share = (i + draw.below(1_000) / 1_000.0) / count;
      order.placedAt = Math.min(last, midnight + hours.second(share));
      orderDraw.fill(order, midnight);
      sink.accept(order);
    }
  }
}
