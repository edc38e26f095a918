package dev.holdfast.domain.fulfilment.transit;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * One thing that happens, or that holds a parcel up, on its way.
 *
 * @param day on the wall clock of the origin; from the first day of transit that of the destination
 * @param minute minutes after midnight, or {@link #ALL_DAY}
 * @param detail the name of a holiday, days of transit; else empty
 */
public record Step(Kind kind, LocalDate day, int minute, String detail) {
  /** The time of day does not matter. */
  public static final int ALL_DAY = -1;

  /** What happens. */
  public enum Kind {
    RELEASED("released"),
    NOT_WORKING("the location does not work"),
    CLOSED("the location has closed"),
    HOLIDAY("holiday"),
    READY("ready"),
    MISSED_CUT_OFF("missed the cut-off"),
    NO_PICK_UP("no pick-up on this day of the week"),
    PICKED_UP("picked up"),
    NO_TRANSIT("not moved on this day of the week"),
    MOVED("last day of transit"),
    NO_DELIVERY("no delivery on this day of the week"),
    ARRIVES("arrives");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** A line for people, such as {@code Fri 2026-11-27 16:00: missed the cut-off}. */
  public String text() {
    String weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    String time = minute == ALL_DAY ? "" : " " + LocalMinutes.text(minute);
    String more = detail.isEmpty() ? "" : " (" + detail + ")";
    return weekday + " " + day + time + ": " + kind.words + more;
  }
}
