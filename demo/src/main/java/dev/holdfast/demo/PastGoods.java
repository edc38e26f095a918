package dev.holdfast.demo;

/** What people order of each category of the demo company, and what it costs them. */
enum PastGoods {
  GROCERY(DemoCategory.GROCERY, 42, 300, 2_500),
  HOUSEHOLD(DemoCategory.HOUSEHOLD, 28, 500, 4_000),
  PRODUCE(DemoCategory.PRODUCE, 12, 200, 800),
  GENERAL(DemoCategory.GENERAL, 18, 1_000, 18_000);

  private static final PastGoods[] ALL = values();
  private static final long PIECE = 1_000;

  /** Scales count in steps of 5 g. */
  private static final int STEP_G = 5;

  private final DemoCategory category;
  private final int percent;
  private final int leastMinor;
  private final int mostMinor;

  PastGoods(DemoCategory category, int percent, int leastMinor, int mostMinor) {
    this.category = category;
    this.percent = percent;
    this.leastMinor = leastMinor;
    this.mostMinor = mostMinor;
  }

  static PastGoods draw(Draw draw) {
    int left = draw.between(1, 100);
    int next = 0;
    while (left > ALL[next].percent) {
      left -= ALL[next].percent;
      next++;
    }
    return ALL[next];
  }

  DemoCategory category() {
    return category;
  }

  /** What one line asks for, thousandths. */
  long units(Draw draw) {
    return this == PRODUCE ? draw.between(100, 600) * (long) STEP_G : draw.between(1, 6) * PIECE;
  }

  /** Thousandths rounded down to what can be counted. */
  long whole(long thousandths) {
    return this == PRODUCE ? thousandths : thousandths - thousandths % PIECE;
  }

  /** Of a piece or a kilogram. */
  long priceMinor(Draw draw) {
    return draw.between(leastMinor, mostMinor);
  }
}
