package dev.holdfast.application.fulfilment;

import dev.holdfast.domain.fulfilment.transit.HandlingTime;
import dev.holdfast.domain.fulfilment.transit.Hours;
import java.time.DayOfWeek;
import java.util.Map;

/** Hours and handling times of locations as people write them, here as in the sheets. */
public final class WorkingTimes {
  private WorkingTimes() {}

  /**
   * Such as {@code mon-fri 08:00-18:00; sat 09:00-14:00}.
   *
   * @throws IllegalArgumentException with the mend, as the end of a sentence about the field
   */
  public static Map<DayOfWeek, Hours> hours(String text) {
    return Weekdays.each(text, "mon-fri 08:00-18:00", ClockTimes::hours);
  }

  /**
   * Such as {@code 4h} or {@code 90min} of those hours, or {@code 1d} for the next working day;
   * {@code 0} is none.
   *
   * @throws IllegalArgumentException with the mend, as the end of a sentence about the field
   */
  public static HandlingTime handling(String text) {
    return ClockTimes.handling(text);
  }
}
