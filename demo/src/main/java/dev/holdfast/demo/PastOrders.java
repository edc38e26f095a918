package dev.holdfast.demo;

import dev.holdfast.demo.DemoPast.Line;
import dev.holdfast.demo.DemoPast.Ordered;
import dev.holdfast.demo.DemoPast.Refusal;
import dev.holdfast.demo.DemoPast.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders of eight weeks, about 200 a day of both clients, and what was refused meanwhile. */
final class PastOrders {
  /** 160 of Harbor's and 30 of Tidewater's: a start must not wait long for what it makes up. */
  private static final int SKUS_PER_ORDER_A_DAY = 12;

  private static final int LEAST_A_DAY = 30;

  /** Fulfilment centres ship most. */
  private static final int CENTRE_PERCENT = 75;

  /** Every so many stores ship: the others sell to whoever comes. */
  private static final int SHIPPING_STORES = 6;

  private static final int CANCELLED_PERCENT = 2;
  private static final int SPLIT_PERCENT = 14;
  private static final int RETURNED_PERCENT = 3;
  private static final Duration RETURNED_AFTER = Duration.ofDays(3);

  private final DemoClient client;
  private final Instant until;
  private final List<DemoLocation> centres = new ArrayList<>();
  private final List<DemoLocation> stores = new ArrayList<>();
  private final List<Ordered> orders = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  PastOrders(DemoClient client, Instant until) {
    this.client = client;
    this.until = until;
    int seen = 0;
    for (DemoLocation location : client.locations()) {
      if (location.kind() == DemoLocationKind.FULFILMENT_CENTRE) {
        centres.add(location);
      } else if (seen++ % SHIPPING_STORES == 0) {
        stores.add(location);
      }
    }
    LocalDate first = PastDays.first(until, centres.getFirst().timeZone());
    // One day more, because it has begun further east.
    for (int day = 0; day <= DemoPast.DAYS + 1; day++) {
      day(first.plusDays(day));
    }
  }

  List<Ordered> orders() {
    return orders;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  private void day(LocalDate day) {
    int usual = Math.max(LEAST_A_DAY, client.skus().size() / SKUS_PER_ORDER_A_DAY);
    Draw noise = Draw.keyedBy("past day", client.code(), day.toString());
    int count = usual * PastDays.percent(day) * noise.between(92, 108) / 10_000;
    for (int i = 0; i < count; i++) {
      Draw draw = Draw.keyedBy("past", client.code(), day.toString(), Integer.toString(i));
      DemoLocation from = location(draw);
      Instant placed = PastDays.moment(day, from.timeZone(), draw);
      if (placed.isBefore(until)) {
        order(from, placed, PastDays.isPayday(day), draw);
      }
    }
  }

  private DemoLocation location(Draw draw) {
    List<DemoLocation> all = stores.isEmpty() || draw.chance(CENTRE_PERCENT) ? centres : stores;
    return all.get(draw.between(0, all.size() - 1));
  }

  private void order(DemoLocation from, Instant placed, boolean payday, Draw draw) {
    if (draw.between(1, 1_000) <= (payday ? 60 : 9)) {
      PastGoods wanted = PastGoods.draw(draw);
      refusals.add(new Refusal(from, wanted.category(), placed, wanted.units(draw)));
    }
    boolean cancelled = draw.chance(CANCELLED_PERCENT);
    int lines = lines(draw);
    boolean split = lines > 1 && draw.chance(SPLIT_PERCENT);
    int here = split ? draw.between(1, lines - 1) : lines;
    List<Sent> sent = new ArrayList<>();
    sent.add(shipment(from, placed, cancelled, payday, 0, here, draw));
    if (split) {
      DemoLocation other = location(draw);
      sent.add(shipment(other, placed, cancelled, payday, here, lines, draw));
    }
    orders.add(new Ordered(placed, cancelled, sent));
  }

  private static int lines(Draw draw) {
    int percent = draw.between(1, 100);
    if (percent <= 35) {
      return 1;
    }
    if (percent <= 65) {
      return 2;
    }
    return percent <= 83 ? 3 : percent <= 93 ? 4 : 5;
  }

  private Sent shipment(
      DemoLocation from,
      Instant placed,
      boolean cancelled,
      boolean payday,
      int firstLine,
      int beyond,
      Draw draw) {
    PastService service = PastService.draw(draw);
    Instant shipBy = service.shipBy(placed, from.timeZone());
    LocalDate arrival = service.arrival(shipBy, from.timeZone());
    Instant shipped = shipped(placed, shipBy, payday, draw);
    long waitMs = Duration.between(placed, shipped).toMillis();
    Instant released = placed.plusMillis(waitMs * draw.between(5, 45) / 100);
    LocalDate promised = arrival.plusDays(draw.chance(3) ? -1 : draw.between(0, 1));
    List<Line> lines = new ArrayList<>();
    for (int i = firstLine; i < beyond; i++) {
      lines.add(line(i, cancelled, payday, shipped, draw));
    }
    return new Sent(
        from,
        service.carrier(),
        service.service(),
        arrival,
        draw.chance(60) ? promised : null,
        shipBy,
        cancelled ? null : unlessLater(released),
        cancelled ? null : unlessLater(shipped),
        draw.between(1, 1 + lines.size() / 2),
        service.costMinor(draw),
        lines);
  }

  /** Mostly in the last hours before the cut-off; on paydays more often after it. */
  private static Instant shipped(Instant placed, Instant shipBy, boolean payday, Draw draw) {
    if (draw.chance(payday ? 9 : 4)) {
      return shipBy.plus(Duration.ofMinutes(draw.between(15, 600)));
    }
    Instant inTime = shipBy.minus(Duration.ofMinutes(draw.between(5, 150)));
    Instant soonest = placed.plus(Duration.ofMinutes(draw.between(25, 60)));
    return inTime.isBefore(soonest) ? soonest : inTime;
  }

  private @Nullable Instant unlessLater(Instant moment) {
    return moment.isAfter(until) ? null : moment;
  }

  private Line line(int number, boolean cancelled, boolean payday, Instant shipped, Draw draw) {
    PastGoods goods = PastGoods.draw(draw);
    long ordered = goods.units(draw);
    long filled = ordered;
    if (draw.between(1, 1_000) <= (payday ? 40 : 9)) {
      filled = goods.whole(ordered * draw.between(0, 80) / 100);
    }
    boolean back = draw.chance(RETURNED_PERCENT) && shipped.plus(RETURNED_AFTER).isBefore(until);
    long returned = back ? goods.whole(filled * draw.between(30, 100) / 100) : 0;
    long price = goods.priceMinor(draw);
    return cancelled
        ? new Line(number, goods.category(), ordered, 0, 0, 0)
        : new Line(number, goods.category(), ordered, filled, returned, price * filled / 1_000);
  }
}
