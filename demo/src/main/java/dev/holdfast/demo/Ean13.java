package dev.holdfast.demo;

import java.util.Locale;

/** Makes EAN-13 barcodes (GS1 General Specifications, section 7.9: the check digit). */
final class Ean13 {

  private static final long ITEMS = 1_000_000_000L;

  /** Coprime with {@link #ITEMS}, so that different ordinals give different, scattered numbers. */
  private static final long SCATTER = 618_033_989L;

  private Ean13() {}

  /** The barcode of the n-th item under a prefix of three digits; n below a billion. */
  static String of(String prefix, int ordinal) {
    String body = prefix + String.format(Locale.ROOT, "%09d", ordinal * SCATTER % ITEMS);
    return body + checkDigit(body);
  }

  private static int checkDigit(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(i) - '0';
      sum += i % 2 == 0 ? digit : 3 * digit;
    }
    return (10 - sum % 10) % 10;
  }
}
