package dev.holdfast.lab.generate;

/** When in the day orders come: a lunch hill and an evening peak; on paydays from midnight on. */
final class HoursOfDay {
  static final int HOURS = 24;
  private static final int SECONDS_PER_HOUR = 3_600;
  private static final int[] ORDINARY = {
    8, 5, 3, 2, 2, 4, 10, 20, 34, 46, 54, 60, 66, 58, 50, 48, 52, 60, 70, 84, 90, 74, 44, 20
  };
  private static final int[] PAYDAY = {
    60, 34, 16, 8, 6, 10, 26, 44, 56, 58, 60, 66, 76, 64, 56, 54, 60, 74, 92, 110, 112, 90, 54, 28
  };

  private final int[] weights;
  private final int sum;
  private int hour;
  private int before;

  HoursOfDay(boolean payday) {
    weights = payday ? PAYDAY : ORDINARY;
    int all = 0;
    for (int weight : weights) {
      all += weight;
    }
    sum = all;
  }

  /** The second of the day that this share of the orders comes before. Shares only grow. */
  int second(double share) {
    double reached = share * sum;
    while (hour < HOURS - 1 && reached >= before + weights[hour]) {
      before += weights[hour++];
    }
    double within = (reached - before) / weights[hour];
    return hour * SECONDS_PER_HOUR + (int) (Math.min(within, 0.9999) * SECONDS_PER_HOUR);
  }
}
