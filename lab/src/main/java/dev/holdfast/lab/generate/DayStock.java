package dev.holdfast.lab.generate;

import java.time.LocalDate;
import java.util.List;

/**
 * What the day's orders did to stock. And what else happened to it: what came in the morning, came
 * back, spoiled and was not there when it was counted; and the walks that picked the orders. Sales
 * are summed by hour, place and category. For one thread.
 */
public final class DayStock implements Sheet {
  /** Takes movements and walks. */
  public interface Sink {
    /**
     * A change of on hand.
     *
     * @param at second since 1970
     * @param kind received, sold, returned, counted or spoiled
     * @param milli change of on hand, thousandths
     */
    void movement(
        ClientProfile client, long at, Place place, int category, String kind, long milli);

    /** A finished pick list. */
    void walk(ClientProfile client, long at, Place place, int list, int picks, long walkMm);
  }

  private static final int HOUR = 3_600;
  private static final int PICKS_PER_LIST = 28;
  private static final int LEAST_MM_PER_PICK = 6_000;
  private static final int SPAN_MM_PER_PICK = 8_000;
  private static final int OPENING_DAYS = 12;
  private static final int SPOILED_PER_THOUSAND = 6;
  private static final int COUNTED_PER_THOUSAND = 4;

  private final Demand demand;
  private final ClientProfile client;
  private final LocalDate day;
  private final long midnight;
  private final int categories = ClientProfile.CATEGORIES.size();
  private final long[] sold;
  private final long[] returned;
  private final int[] lines;

  public DayStock(Demand demand, ClientProfile client, LocalDate day) {
    this.demand = demand;
    this.client = client;
    this.day = day;
    List<Place> places = client.places();
    midnight = day.atStartOfDay(places.getFirst().zone()).toEpochSecond();
    sold = new long[places.size() * categories * HoursOfDay.HOURS];
    returned = new long[places.size() * categories];
    lines = new int[places.size() * HoursOfDay.HOURS];
  }

  @Override
  public void add(GeneratedOrder order) {
    int hour = (int) Math.min(HoursOfDay.HOURS - 1, (order.placedAt - midnight) / HOUR);
    for (int i = 0; i < order.rows; i++) {
      GeneratedOrder.Row row = order.row[i];
      if (row.filledMilli > 0) {
        int place = order.shipment[row.shipment].place.number();
        int index = place - client.places().getFirst().number();
        int cell = index * categories + row.category;
        sold[cell * HoursOfDay.HOURS + hour] += row.filledMilli;
        returned[cell] += row.returnedMilli;
        lines[index * HoursOfDay.HOURS + hour]++;
      }
    }
  }

  /** Tells everything, once all orders were added. */
  public void tell(Sink sink) {
    Draw draw = new Draw();
    draw.start(Seeds.of(client.seed(), 3, day.toEpochDay()));
    for (int index = 0; index < client.places().size(); index++) {
      for (int category = 0; category < categories; category++) {
        movements(sink, draw, index, category);
      }
      walks(sink, draw, index);
    }
  }

  private void movements(Sink sink, Draw draw, int index, int category) {
    Place place = client.places().get(index);
    int cell = index * categories + category;
    long all = 0;
    for (int hour = 0; hour < HoursOfDay.HOURS; hour++) {
      long units = sold[cell * HoursOfDay.HOURS + hour];
      all += units;
      if (units > 0) {
        sink.movement(client, midnight + (long) hour * HOUR, place, category, "sold", -units);
      }
    }
    boolean opening = day.equals(demand.from());
    long received = all * (opening ? OPENING_DAYS : 1) / 1_000 * 1_000;
    if (received > 0) {
      sink.movement(client, midnight + 6 * HOUR, place, category, "received", received);
    }
    if (returned[cell] > 0) {
      sink.movement(client, midnight + 11 * HOUR, place, category, "returned", returned[cell]);
    }
    boolean fresh = ClientProfile.CATEGORIES.get(category).equals("fresh");
    long spoiled = fresh ? all * SPOILED_PER_THOUSAND / 1_000 : 0;
    if (spoiled > 0) {
      sink.movement(client, midnight + 5 * HOUR, place, category, "spoiled", -spoiled);
    }
    if (day.getDayOfWeek().getValue() == category % 7 + 1) {
      // Counts find a little more as often as a fifth of the time.
      long lost = all * COUNTED_PER_THOUSAND / 1_000 * (draw.chance(200) ? -1 : 1);
      if (lost != 0) {
        sink.movement(client, midnight + 21 * HOUR, place, category, "counted", -lost);
      }
    }
  }

  private void walks(Sink sink, Draw draw, int index) {
    int list = 0;
    for (int hour = 0; hour < HoursOfDay.HOURS; hour++) {
      int open = lines[index * HoursOfDay.HOURS + hour];
      while (open > 0) {
        int picks = Math.min(open, PICKS_PER_LIST);
        open -= picks;
        long walk = (long) picks * (LEAST_MM_PER_PICK + draw.below(SPAN_MM_PER_PICK));
        long at = midnight + (long) hour * HOUR + draw.below(HOUR);
        sink.walk(client, at, client.places().get(index), ++list, picks, walk);
      }
    }
  }
}
