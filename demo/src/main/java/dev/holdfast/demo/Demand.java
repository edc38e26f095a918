package dev.holdfast.demo;

import java.util.Locale;

/** How a product sells: how fast, and when in the year. */
record Demand(Rate rate, Season season) {

  /** How fast a product sells. */
  enum Rate {
    /** Everybody's shopping list; restocked every day. */
    FAST,
    /** Sells every day. */
    STEADY,
    /** Sells now and then. */
    SLOW
  }

  /** When a product sells, seen from late November. */
  enum Season {
    /** The same all year. */
    ALL_YEAR,
    /** In season now: holiday goods and what was just harvested. */
    PEAK,
    /** Wanted where it is cold now. */
    COLD,
    /** Wanted in summer, so nearly gone. */
    WARM
  }

  /** Reads {@code fast} or {@code fast peak}. */
  static Demand parse(String text) {
    String[] words = text.toUpperCase(Locale.ROOT).split(" ", 2);
    Season season = words.length == 1 ? Season.ALL_YEAR : Season.valueOf(words[1]);
    return new Demand(Rate.valueOf(words[0]), season);
  }
}
