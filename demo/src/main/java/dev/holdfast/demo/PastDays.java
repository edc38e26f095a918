package dev.holdfast.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** How busy the days and hours of the demo company's past were. */
final class PastDays {
  /** Monday first: what of an average day, percent. */
  private static final int[] WEEK = {105, 95, 95, 100, 115, 105, 85};

  private static final int PAYDAY_PERCENT = 320;
  private static final int DAY_AFTER_PERCENT = 160;
  private static final int DAY_BEFORE_PERCENT = 80;

  /** Shares of the hours from midnight. */
  private static final int[] HOURS = {
    1, 1, 0, 0, 0, 1, 2, 4, 6, 7, 7, 7, 8, 7, 6, 6, 6, 7, 8, 9, 10, 8, 5, 2
  };

  /** Wages are there at midnight, and so is the crowd. */
  private static final int[] PAYDAY_HOURS = {
    14, 6, 3, 2, 2, 3, 6, 10, 11, 10, 9, 8, 9, 7, 6, 6, 6, 6, 7, 7, 6, 5, 3, 2
  };

  private static final int WEEK_DAYS = 7;

  private PastDays() {}

  /** The first and the third Friday of a month. */
  static boolean isPayday(LocalDate day) {
    int which = (day.getDayOfMonth() + WEEK_DAYS - 1) / WEEK_DAYS;
    return day.getDayOfWeek() == DayOfWeek.FRIDAY && (which == 1 || which == 3);
  }

  /** What of an average day is done on this one, percent. */
  static int percent(LocalDate day) {
    int usual = WEEK[day.getDayOfWeek().getValue() - 1];
    if (isPayday(day)) {
      return PAYDAY_PERCENT;
    }
    if (isPayday(day.minusDays(1))) {
      return DAY_AFTER_PERCENT;
    }
    return isPayday(day.plusDays(1)) ? DAY_BEFORE_PERCENT : usual;
  }

  /** A moment of the day, when people order. */
  static Instant moment(LocalDate day, ZoneId zone, Draw draw) {
    int[] shares = isPayday(day) ? PAYDAY_HOURS : HOURS;
    int sum = 0;
    for (int share : shares) {
      sum += share;
    }
    int left = draw.between(1, sum);
    int hour = 0;
    while (left > shares[hour]) {
      left -= shares[hour];
      hour++;
    }
    LocalTime time = LocalTime.of(hour, draw.between(0, 59), draw.between(0, 59));
    return day.atTime(time).atZone(zone).toInstant();
  }

  /** The first day of the past that ends at a moment. */
  static LocalDate first(Instant until, ZoneId zone) {
    return LocalDate.ofInstant(until, zone).minusDays(DemoPast.DAYS);
  }
}
