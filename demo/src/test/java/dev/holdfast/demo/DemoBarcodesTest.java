package dev.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoBarcodesTest {

  private final List<String> barcodes =
      DemoCompany.create().clients().stream()
          .flatMap(client -> client.skus().stream())
          .flatMap(sku -> sku.barcodes().stream())
          .toList();

  @Test
  void theCheckItselfTellsRealCodesFromMisreadOnes() {
    assertThat(isValid("4006381333931")).isTrue();
    assertThat(isValid("4006381333932")).isFalse();
    assertThat(isValid("4006318333931")).isFalse();
    assertThat(isValid("400638133393")).isFalse();
  }

  @Test
  void everyBarcodeHasAValidCheckDigit() {
    assertThat(barcodes).isNotEmpty().allMatch(DemoBarcodesTest::isValid);
  }

  @Test
  void everyBarcodeIsOfTheRangeForUseInsideACompany() {
    assertThat(barcodes).allMatch(code -> code.startsWith("2"));
  }

  @Test
  void noBarcodeIsUsedTwiceByAnyClient() {
    assertThat(barcodes).doesNotHaveDuplicates();
  }

  @Test
  void everySkuHasOneOrTwo() {
    List<DemoSku> skus = DemoCompany.create().clients().getFirst().skus();
    assertThat(skus).allMatch(sku -> sku.barcodes().size() == 1 || sku.barcodes().size() == 2);
    long withTwo = skus.stream().filter(sku -> sku.barcodes().size() == 2).count();
    assertThat(withTwo).isBetween(200L, 500L);
  }

  /** From the right, weights 1, 3, 1, 3, ...; a valid code sums to a multiple of ten. */
  private static boolean isValid(String code) {
    if (!code.matches("[0-9]{13}")) {
      return false;
    }
    String reversed = new StringBuilder(code).reverse().toString();
    int sum = 0;
    for (int i = 0; i < 13; i += 2) {
      sum += Character.digit(reversed.charAt(i), 10);
    }
    for (int i = 1; i < 13; i += 2) {
      sum += 3 * Character.digit(reversed.charAt(i), 10);
    }
    return sum % 10 == 0;
  }
}
