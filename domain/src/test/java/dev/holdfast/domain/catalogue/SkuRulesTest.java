package dev.holdfast.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SkuRulesTest {
  private static final SkuInput GOOD =
      new SkuInput(
          "HB-00001",
          "Bananas, loose",
          List.of("4006381333931"),
          "kg",
          3,
          200,
          150,
          40,
          1000,
          "produce");

  private static SkuInput with(String code, String name, String unit, String category) {
    return new SkuInput(
        code, name, GOOD.barcodes(), unit, GOOD.scale(), 200, 150, 40, 1000, category);
  }

  private static SkuInput with(long scale, long length, long width, long height, long weight) {
    return new SkuInput(
        GOOD.code(),
        GOOD.name(),
        GOOD.barcodes(),
        GOOD.unit(),
        scale,
        length,
        width,
        height,
        weight,
        GOOD.category());
  }

  private static List<String> fields(SkuInput sku) {
    return SkuRules.check(sku).stream().map(Violation::field).toList();
  }

  @Test
  void aGoodSkuBecomesWhatWasWritten() {
    assertThat(SkuRules.check(GOOD)).isEmpty();
    assertThat(GOOD.toSku())
        .isEqualTo(
            new Sku(
                "HB-00001",
                "Bananas, loose",
                List.of("4006381333931"),
                "kg",
                new Scale(3),
                new Sku.Size(200, 150, 40, 1000),
                "produce"));
  }

  @Test
  void everyFieldIsCheckedAndNamed() {
    SkuInput bad = new SkuInput("", "", List.of("1"), "", 7, -1, -1, -1, -1, "a category\n");

    assertThat(fields(bad))
        .containsExactly(
            "code",
            "name",
            "barcodes[0]",
            "unit",
            "scale",
            "lengthMm",
            "widthMm",
            "heightMm",
            "weightG",
            "category");
  }

  @Test
  void theLongestTextsAreAccepted() {
    SkuInput longest =
        with(
            "c".repeat(CodeRules.MAX_LENGTH),
            "n".repeat(SkuRules.MAX_NAME),
            "u".repeat(SkuRules.MAX_UNIT),
            "k".repeat(SkuRules.MAX_CATEGORY));

    assertThat(fields(longest)).isEmpty();
  }

  @Test
  void longerTextsAreNot() {
    SkuInput longer =
        with(
            "c".repeat(CodeRules.MAX_LENGTH + 1),
            "n".repeat(SkuRules.MAX_NAME + 1),
            "u".repeat(SkuRules.MAX_UNIT + 1),
            "k".repeat(SkuRules.MAX_CATEGORY + 1));

    assertThat(fields(longer)).containsExactly("code", "name", "unit", "category");
  }

  @Test
  void theLargestNumbersAreAccepted() {
    long side = SkuRules.MAX_SIDE_MM;

    assertThat(fields(with(6, side, side, side, SkuRules.MAX_WEIGHT_G))).isEmpty();
    assertThat(fields(with(0, 0, 0, 0, 0))).isEmpty();
  }

  @Test
  void largerNumbersAreNotEvenBeyondAnInt() {
    long side = SkuRules.MAX_SIDE_MM + 1;

    assertThat(fields(with(7, side, Long.MAX_VALUE, 1L << 32, SkuRules.MAX_WEIGHT_G + 1)))
        .containsExactly("scale", "lengthMm", "widthMm", "heightMm", "weightG");
  }

  @Test
  void aMessageSaysWhatWouldBeAccepted() {
    assertThat(SkuRules.check(with(0, 0, 0, 100_001, 0)))
        .containsExactly(
            new Violation("heightMm", "must be a whole number from 0 to 100000 mm; it is 100001"));
  }
}
