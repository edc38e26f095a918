package dev.holdfast.application.reporting;

import dev.holdfast.domain.reporting.Grain;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a range that rows of one grain cover.
 *
 * @param from inclusive
 * @param to exclusive
 */
record Stretch(Grain grain, LocalDateTime from, LocalDateTime to) {
  /** A range at one grain. */
  static List<Stretch> at(Grain grain, LocalDateTime from, LocalDateTime to) {
    return List.of(new Stretch(grain, from, to));
  }

  /**
   * A range of whole days in as few rows as so many reads allow: whole months, and days at the
   * edges.
   *
   * @param from inclusive, the start of a day
   * @param to exclusive, the start of a day
   */
  static List<Stretch> coarsest(LocalDateTime from, LocalDateTime to, int reads) {
    LocalDateTime firstMonth = Grain.MONTH.startOf(from);
    LocalDateTime months = firstMonth.equals(from) ? from : firstMonth.plusMonths(1);
    LocalDateTime end = Grain.MONTH.startOf(to);
    if (!months.isBefore(end)) {
      return at(Grain.DAY, from, to);
    }
    List<Stretch> parts = new ArrayList<>();
    if (from.isBefore(months)) {
      parts.add(new Stretch(Grain.DAY, from, months));
    }
    parts.add(new Stretch(Grain.MONTH, months, end));
    if (end.isBefore(to)) {
      parts.add(new Stretch(Grain.DAY, end, to));
    }
    return parts.size() <= reads ? parts : at(Grain.DAY, from, to);
  }
}
