package dev.holdfast.application.reporting;

import dev.holdfast.domain.reporting.Grain;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** A stretch of local time that a row stands for. Weeks are those of ISO 8601: Monday to Sunday. */
public enum Step {
  HOUR("hour", Grain.HOUR),
  DAY("day", Grain.DAY),
  WEEK("week", Grain.DAY),
  MONTH("month", Grain.MONTH);

  private final String label;
  private final Grain grain;

  Step(String label, Grain grain) {
    this.label = label;
    this.grain = grain;
  }

  public String label() {
    return label;
  }

  /** The coarsest rows that it can be summed up from. */
  Grain grain() {
    return grain;
  }

  /** The start of the stretch that a time lies in. */
  LocalDateTime startOf(LocalDateTime time) {
    return switch (this) {
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> time.truncatedTo(ChronoUnit.DAYS);
      case WEEK ->
          time.truncatedTo(ChronoUnit.DAYS)
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    };
  }

  /** The start of the next stretch. */
  LocalDateTime after(LocalDateTime start) {
    return switch (this) {
      case HOUR -> start.plusHours(1);
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
    };
  }

  /** Written as a day, or as an hour with its minutes. */
  String text(LocalDateTime start) {
    // LocalDateTime leaves seconds out where they are 0, and writes 2026-11-20T14:00.
    return this == HOUR ? start.toString() : start.toLocalDate().toString();
  }

  public static Optional<Step> ofLabel(String label) {
    return Arrays.stream(values()).filter(step -> step.label.equals(label)).findFirst();
  }
}
