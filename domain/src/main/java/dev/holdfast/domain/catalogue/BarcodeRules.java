package dev.holdfast.domain.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a barcode must be: a GTIN of 8, 12, 13 or 14 digits whose last is the check digit of the GS1
 * General Specifications, section 7.9: weights 3 and 1 in turn from the right.
 */
public final class BarcodeRules {
  /** The most barcodes of one SKU. */
  public static final int MAX_BARCODES = 10;

  private BarcodeRules() {}

  /** Whether a text is a complete GTIN with its right check digit. */
  public static boolean isBarcode(String text) {
    return isGtinLength(text.length())
        && allDigits(text)
        && text.charAt(text.length() - 1) - '0' == checkDigit(text.substring(0, text.length() - 1));
  }

  /**
   * The check digit that completes a GTIN.
   *
   * @param digits all but the last, digits only
   */
  public static int checkDigit(String digits) {
    int sum = 0;
    int weight = 3;
    for (int i = digits.length() - 1; i >= 0; i--) {
      sum += weight * (digits.charAt(i) - '0');
      weight = 4 - weight;
    }
    return (10 - sum % 10) % 10;
  }

  static void check(String field, List<String> barcodes, List<Violation> found) {
    if (barcodes.size() > MAX_BARCODES) {
      found.add(
          new Violation(
              field, "must have at most " + MAX_BARCODES + " elements; it has " + barcodes.size()));
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < barcodes.size(); i++) {
      String element = field + "[" + i + "]";
      String barcode = barcodes.get(i);
      if (!isBarcode(barcode)) {
        found.add(new Violation(element, mend(barcode)));
      } else if (!seen.add(barcode)) {
        found.add(new Violation(element, "is there twice: remove one of them"));
      }
    }
  }

  private static String mend(String barcode) {
    if (!isGtinLength(barcode.length()) || !allDigits(barcode)) {
      return "must be the 8, 12, 13 or 14 digits of a barcode, without spaces";
    }
    int last = barcode.length() - 1;
    return "has a wrong check digit: if the others are right, the last one is "
        + checkDigit(barcode.substring(0, last))
        + ", not "
        + barcode.charAt(last);
  }

  private static boolean isGtinLength(int length) {
    return length == 8 || (length >= 12 && length <= 14);
  }

  private static boolean allDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
