package dev.holdfast.bench.peak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The model behind the trace that is replayed when none is given: an ordinary day times payday.
 *
 * <p>Ordinary: each kind follows a curve with two bells, around lunch and in the evening, above a
 * night floor; what tills do keeps shop hours. Payday: the wages land early in the morning, the
 * factor rises from 1 to 10 between 06:00 and 09:00, stays there, and falls from 20:00 on to 3 at
 * midnight. Every minute and kind has a noise of up to 10 %, the same in every run.
 */
final class PaydayModel {
  static final int STEP_SECONDS = 60;
  static final int DAY_SECONDS = 86_400;
  static final double FACTOR = 10;
  private static final double LATE_FACTOR = 3;
  private static final double NOISE = 0.1;
  private static final long SEED = 20_261_120L;

  /** Rates per second at the top of an ordinary day. */
  private static final Map<Kind, Double> TOP =
      Map.of(
          Kind.LOOKUP,
          100.0,
          Kind.QUERY,
          10.0,
          Kind.SEARCH,
          6.0,
          Kind.RESERVE,
          5.0,
          Kind.SELL,
          4.0);

  private PaydayModel() {}

  static Trace trace() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Trace.Row> rows = new ArrayList<>();
    for (int second = 0; second < DAY_SECONDS; second += STEP_SECONDS) {
      double hour = second / 3600.0;
      Map<Kind, Double> rates = new EnumMap<>(Kind.class);
      for (Kind kind : Kind.values()) {
        double noise = 1 + NOISE * (2 * random.nextDouble() - 1);
        double top = TOP.getOrDefault(kind, 0.0);
        rates.put(kind, top * ordinary(kind, hour) * payday(hour) * noise);
      }
      rows.add(new Trace.Row(second, rates));
    }
    return new Trace(rows);
  }

  /** The share of the top of an ordinary day, 0 to 1. */
  static double ordinary(Kind kind, double hour) {
    double lunch = bell(hour, 12.5, 2);
    double evening = bell(hour, 18.5, 2.5);
    return switch (kind) {
      case LOOKUP, QUERY, SEARCH -> Math.min(1, 0.05 + 0.7 * lunch + 0.95 * evening);
      case RESERVE -> Math.min(1, 0.03 + 0.6 * lunch + 0.97 * evening);
      case SELL -> hour < 8 || hour >= 21 ? 0 : Math.min(1, 0.2 + 0.8 * lunch + 0.8 * evening);
    };
  }

  /** By how much payday multiplies an hour. */
  static double payday(double hour) {
    if (hour < 6) {
      return 1;
    }
    if (hour < 9) {
      return 1 + (FACTOR - 1) * (hour - 6) / 3;
    }
    return hour < 20 ? FACTOR : FACTOR - (FACTOR - LATE_FACTOR) * (hour - 20) / 4;
  }

  private static double bell(double hour, double middle, double width) {
    double off = (hour - middle) / width;
    return Math.exp(-off * off / 2);
  }
}
