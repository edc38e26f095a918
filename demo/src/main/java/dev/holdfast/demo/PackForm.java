package dev.holdfast.demo;

/** How a product is packed: the share of packaging in its weight, and the proportions of it. */
enum PackForm {
  BAG(2, 9, 6, 3),
  SACK(1, 12, 8, 3),
  CARTON(6, 5, 4, 3),
  BALE(2, 6, 4, 4),
  POUCH(2, 6, 4, 2),
  JAR(45, 3, 3, 4),
  BOTTLE(6, 4, 3, 6),
  CAN(14, 6, 4, 2),
  TUB(5, 4, 4, 5),
  BRICK(4, 4, 3, 3),
  CASE(3, 6, 4, 4),
  CARD(15, 6, 4, 1),
  TRAY(4, 6, 4, 2),
  CLAMSHELL(6, 5, 4, 2),
  LOOSE(0, 5, 4, 3);

  private static final double CUBIC_MM_PER_LITRE = 1_000_000;

  private final int packagingPercent;
  private final int length;
  private final int width;
  private final int height;

  PackForm(int packagingPercent, int length, int width, int height) {
    this.packagingPercent = packagingPercent;
    this.length = length;
    this.width = width;
    this.height = height;
  }

  /** The size of a pack of this form, rounded to whole mm. */
  DemoSize around(int netG, int gramsPerLitre) {
    int grossG = netG + Math.ceilDiv(netG * packagingPercent, 100);
    // Floating point only for the shape; StrictMath gives the same mm on every machine.
    double cubicMm = CUBIC_MM_PER_LITRE * grossG / gramsPerLitre;
    double step = StrictMath.cbrt(cubicMm / (length * width * height));
    return new DemoSize(
        Math.toIntExact(Math.round(length * step)),
        Math.toIntExact(Math.round(width * step)),
        Math.toIntExact(Math.round(height * step)),
        grossG);
  }
}
