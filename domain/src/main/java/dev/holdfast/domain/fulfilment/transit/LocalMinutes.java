package dev.holdfast.domain.fulfilment.transit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Times of day as minutes after midnight on the wall clock, 0 to {@link #MIDNIGHT_AFTER}. Where
 * clocks jump forward over a time, it is as much later; where they go back, the first of the two.
 */
final class LocalMinutes {
  /** The end of the day. */
  static final int MIDNIGHT_AFTER = 24 * 60;

  private static final int MINUTES_PER_HOUR = 60;

  private LocalMinutes() {}

  static Instant at(LocalDate day, int minute, ZoneId zone) {
    if (minute == MIDNIGHT_AFTER) {
      return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
    return day.atTime(minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR)
        .atZone(zone)
        .toInstant();
  }

  /** Such as 16:30. */
  static String text(int minute) {
    return String.format(
        Locale.ROOT, "%02d:%02d", minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR);
  }

  static void require(String what, int minute) {
    if (minute < 0 || minute > MIDNIGHT_AFTER) {
      throw new IllegalArgumentException(
          what + " is minute " + minute + " of the day: give 0 to " + MIDNIGHT_AFTER);
    }
  }
}
