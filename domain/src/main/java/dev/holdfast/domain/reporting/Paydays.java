package dev.holdfast.domain.reporting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * Which days are paydays: the first and the third Friday of a month. Every other Friday is an
 * ordinary one; from one payday to the next there are one or two of them. Pure.
 */
public final class Paydays {
  private static final int FIRST = 1;
  private static final int THIRD = 3;

  private Paydays() {}

  public static boolean isPayday(LocalDate day) {
    return day.equals(friday(day, FIRST)) || day.equals(friday(day, THIRD));
  }

  /** The latest payday that is not after a day. */
  public static LocalDate latest(LocalDate day) {
    LocalDate third = friday(day, THIRD);
    if (!third.isAfter(day)) {
      return third;
    }
    LocalDate first = friday(day, FIRST);
    return first.isAfter(day) ? friday(day.minusMonths(1), THIRD) : first;
  }

  /** The payday before a payday, or before any other day. */
  public static LocalDate before(LocalDate day) {
    return latest(day.minusDays(1));
  }

  /** The Fridays that lie between the payday before and this one, earliest first. */
  public static List<LocalDate> ordinaryBefore(LocalDate payday) {
    LocalDate last = before(payday);
    return last.plusWeeks(1).datesUntil(payday, Period.ofWeeks(1)).toList();
  }

  private static LocalDate friday(LocalDate ofMonth, int number) {
    return ofMonth.with(TemporalAdjusters.dayOfWeekInMonth(number, DayOfWeek.FRIDAY));
  }
}
