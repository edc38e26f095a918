package dev.holdfast.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class BarcodeRulesProperties {
  @Property
  void exactlyOneLastDigitCompletesABarcode(@ForAll @NumericChars @StringLength(12) String digits) {
    long right = 0;
    for (char last = '0'; last <= '9'; last++) {
      right += BarcodeRules.isBarcode(digits + last) ? 1 : 0;
    }

    assertThat(right).isEqualTo(1);
    assertThat(BarcodeRules.isBarcode(digits + BarcodeRules.checkDigit(digits))).isTrue();
  }

  /** What the check digit is for: one mistyped digit never goes unnoticed. */
  @Property
  void oneWrongDigitIsNoticed(
      @ForAll @NumericChars @StringLength(12) String digits,
      @ForAll @IntRange(max = 12) int place,
      @ForAll @IntRange(min = 1, max = 9) int shift) {
    StringBuilder barcode = new StringBuilder(digits + BarcodeRules.checkDigit(digits));
    int wrong = (barcode.charAt(place) - '0' + shift) % 10;
    barcode.setCharAt(place, (char) ('0' + wrong));

    assertThat(BarcodeRules.isBarcode(barcode.toString())).isFalse();
  }
}
