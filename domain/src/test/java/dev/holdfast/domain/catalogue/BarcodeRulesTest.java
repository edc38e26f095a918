package dev.holdfast.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarcodeRulesTest {
  private static List<Violation> check(String... barcodes) {
    List<Violation> found = new ArrayList<>();
    BarcodeRules.check("barcodes", List.of(barcodes), found);
    return found;
  }

  /** From packages: EAN-13, EAN-8, UPC-A, GTIN-14. */
  @ParameterizedTest
  @ValueSource(strings = {"4006381333931", "96385074", "036000291452", "10614141000415"})
  void publishedBarcodesAreAccepted(String barcode) {
    assertThat(BarcodeRules.isBarcode(barcode)).isTrue();
    assertThat(check(barcode)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "4006381333930",
        "400638133393",
        "40063813339311",
        "400638133393a",
        " 4006381333931",
        "4006381 333931",
        "４００６３８１３３３９３１",
        "-0000000",
        "000000000"
      })
  void othersAreNot(String text) {
    assertThat(BarcodeRules.isBarcode(text)).isFalse();
    assertThat(check(text)).extracting(Violation::field).containsExactly("barcodes[0]");
  }

  @Test
  void aWrongCheckDigitIsNamedWithTheRightOne() {
    assertThat(check("96385074", "4006381333937"))
        .containsExactly(
            new Violation(
                "barcodes[1]",
                "has a wrong check digit: if the others are right, the last one is 1, not 7"));
  }

  @Test
  void theSameBarcodeTwiceIsNamedOnce() {
    assertThat(check("96385074", "4006381333931", "96385074"))
        .extracting(Violation::field)
        .containsExactly("barcodes[2]");
  }

  @Test
  void aSkuHasAtMostTenBarcodes() {
    String[] eleven = new String[BarcodeRules.MAX_BARCODES + 1];
    for (int i = 0; i < eleven.length; i++) {
      String digits = "400000%06d".formatted(i);
      eleven[i] = digits + BarcodeRules.checkDigit(digits);
    }

    assertThat(check(eleven)).extracting(Violation::field).containsExactly("barcodes");
    assertThat(check(List.of(eleven).subList(1, 11).toArray(String[]::new))).isEmpty();
  }
}
