package dev.holdfast.application.fulfilment;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Weekdays as people write them: {@code mon-fri sat}; with something each, {@code mon-fri 16:00}.
 */
final class Weekdays {
  private static final List<String> NAMES =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private Weekdays() {}

  /** At least one day. */
  static Set<DayOfWeek> days(String text) {
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : words(text)) {
      days.addAll(span(part));
    }
    if (days.isEmpty()) {
      throw new IllegalArgumentException("must name weekdays such as mon-fri sat");
    }
    return days;
  }

  /** Days, each followed by what holds for them; parts are separated by semicolons. */
  static <T> Map<DayOfWeek, T> each(String text, String example, Function<String, T> value) {
    Map<DayOfWeek, T> found = new EnumMap<>(DayOfWeek.class);
    for (String part : text.split(";")) {
      List<String> words = words(part);
      if (words.size() < 2) {
        throw new IllegalArgumentException("must be weekdays with a time, such as " + example);
      }
      T one = value.apply(words.getLast());
      for (DayOfWeek day : days(String.join(" ", words.subList(0, words.size() - 1)))) {
        if (found.put(day, one) != null) {
          throw new IllegalArgumentException("names %s twice: keep one".formatted(name(day)));
        }
      }
    }
    return found;
  }

  private static String name(DayOfWeek day) {
    return NAMES.get(day.getValue() - 1);
  }

  private static List<String> words(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+"));
  }

  private static Set<DayOfWeek> span(String part) {
    String[] ends = part.split("-", -1);
    int from = NAMES.indexOf(ends[0]);
    int to = NAMES.indexOf(ends[ends.length - 1]);
    if (from < 0 || to < from || ends.length > 2) {
      throw new IllegalArgumentException(
          "has " + part + ", which is no weekday: write mon to sun, or spans such as mon-fri");
    }
    return EnumSet.range(DayOfWeek.of(from + 1), DayOfWeek.of(to + 1));
  }
}
