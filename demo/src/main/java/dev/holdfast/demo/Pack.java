package dev.holdfast.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One pack of a product line.
 *
 * @param label what the name says of it: {@code 12 x 160 sheets}
 */
record Pack(String label, DemoUnit unit, DemoSize size) {

  private static final String BY_WEIGHT = "per kg";
  private static final int KILOGRAM_G = 1000;

  /** {@code 55 in@1360x160x840/17600}: label, size in mm, weight in g. */
  private static final Pattern SIZED = Pattern.compile("(.+)@(\\d+)x(\\d+)x(\\d+)/(\\d+)");

  /** {@code 12 x 160 sheets} or {@code 2.3 kg}: count, amount, measure. */
  private static final Pattern MEASURED =
      Pattern.compile("(?:(\\d+) x )?(\\d+(?:\\.\\d+)?) ([a-zA-Z]+)");

  /** Reads a pack whose size is written out. */
  static Pack parseSized(String text) {
    Matcher sized = match(SIZED, text);
    return new Pack(
        sized.group(1),
        DemoUnit.EACH,
        new DemoSize(
            Integer.parseInt(sized.group(2)),
            Integer.parseInt(sized.group(3)),
            Integer.parseInt(sized.group(4)),
            Integer.parseInt(sized.group(5))));
  }

  /** Reads a pack whose size and weight follow from what is in it. */
  static Pack parse(String text, Packing packing) {
    if (text.equals(BY_WEIGHT)) {
      return new Pack(text, DemoUnit.KG, packing.sizeOf(KILOGRAM_G));
    }
    Matcher measured = match(MEASURED, text);
    String count = measured.group(1);
    BigDecimal amount =
        new BigDecimal(measured.group(2))
            .multiply(count == null ? BigDecimal.ONE : new BigDecimal(count));
    BigDecimal grams = amount.multiply(gramsPer(measured.group(3), packing));
    int netG = grams.setScale(0, RoundingMode.HALF_UP).intValueExact();
    return new Pack(text, DemoUnit.EACH, packing.sizeOf(netG));
  }

  private static BigDecimal gramsPer(String measure, Packing packing) {
    BigDecimal piece = BigDecimal.valueOf(packing.mgPerPiece(), 3);
    return switch (measure) {
      case "g" -> BigDecimal.ONE;
      case "kg" -> BigDecimal.valueOf(KILOGRAM_G);
      case "L" -> piece.movePointRight(3);
      default -> piece;
    };
  }

  private static Matcher match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException(
          "Write the pack '%s' of the product table like %s".formatted(text, pattern));
    }
    return matcher;
  }
}
