package dev.holdfast.application.fulfilment;

import dev.holdfast.domain.fulfilment.transit.HandlingTime;
import dev.holdfast.domain.fulfilment.transit.Hours;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day and lengths of time as people write them. */
final class ClockTimes {
  private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-4]):([0-5]\\d)");
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,4})\\s*(min|h|d)");
  private static final int MINUTES_PER_HOUR = 60;
  private static final int MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

  private ClockTimes() {}

  /** Minutes after midnight of a time such as 16:30; 24:00 is the end of the day. */
  static int minute(String text) {
    Matcher time = TIME.matcher(text);
    if (time.matches()) {
      int hours = Integer.parseInt(time.group(1));
      int minute = hours * MINUTES_PER_HOUR + Integer.parseInt(time.group(2));
      if (minute <= MINUTES_PER_DAY) {
        return minute;
      }
    }
    throw new IllegalArgumentException("has " + text + ": write a time such as 16:30");
  }

  /** Such as 08:00-18:00. */
  static Hours hours(String text) {
    String[] ends = text.split("-", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException("has " + text + ": write hours such as 08:00-18:00");
    }
    return new Hours(minute(ends[0]), minute(ends[1]));
  }

  /** Such as 4h or 90min of work, or 1d for the next working day; empty is none. */
  static HandlingTime handling(String text) {
    if (text.isEmpty() || text.equals("0")) {
      return HandlingTime.NONE;
    }
    Matcher length = LENGTH.matcher(text);
    if (!length.matches()) {
      throw new IllegalArgumentException("must be a time of handling such as 4h, 90min or 1d");
    }
    int count = Integer.parseInt(length.group(1));
    return switch (length.group(2)) {
      case "d" -> new HandlingTime.Days(count);
      case "h" -> new HandlingTime.Working(Duration.ofHours(count));
      default -> new HandlingTime.Working(Duration.ofMinutes(count));
    };
  }
}
