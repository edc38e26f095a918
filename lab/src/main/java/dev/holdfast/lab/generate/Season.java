package dev.holdfast.lab.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** How many orders a client gets on a day. */
public final class Season {
  /** Monday to Sunday, in percent of the mean. */
  private static final int[] WEEK = {104, 96, 94, 98, 108, 106, 94};

  private static final int DAYS_OF_YEAR = 365;

  /** The best days of the year are around the end of November. */
  private static final int PEAK_DAY = 330;

  private static final int NOISE_PERCENT = 6;

  private Season() {}

  /** Wages come on the first and the third Friday of a month. */
  public static boolean isPayday(LocalDate day) {
    int week = (day.getDayOfMonth() - 1) / 7;
    return day.getDayOfWeek() == DayOfWeek.FRIDAY && (week == 0 || week == 2);
  }

  static int orders(Demand demand, ClientProfile client, LocalDate day) {
    double orders = demand.scale() * client.ordinaryDay();
    orders *= WEEK[day.getDayOfWeek().getValue() - 1] / 100.0;
    double angle = 2 * StrictMath.PI * (day.getDayOfYear() - PEAK_DAY) / DAYS_OF_YEAR;
    orders *= 1 + demand.season() * StrictMath.cos(angle);
    if (isPayday(day)) {
      orders *= demand.paydayFactor();
    }
    int noise = Seeds.below(2 * NOISE_PERCENT + 1, client.seed() ^ day.toEpochDay());
    return (int) StrictMath.round(orders * (100 - NOISE_PERCENT + noise) / 100.0);
  }
}
