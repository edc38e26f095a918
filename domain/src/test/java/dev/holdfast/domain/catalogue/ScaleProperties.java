package dev.holdfast.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.OptionalLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;

final class ScaleProperties {
  private static final Scale EACH = new Scale(0);
  private static final Scale KILOGRAM = new Scale(3);

  private static OptionalLong parse(Scale scale, String quantity) {
    return scale.parse(new BigDecimal(quantity));
  }

  @Property
  void whatIsFormattedIsReadBackAsItWas(
      @ForAll long smallestUnits, @ForAll @IntRange(max = Scale.MAX_DECIMALS) int decimals) {
    Scale scale = new Scale(decimals);

    assertThat(parse(scale, scale.format(smallestUnits))).hasValue(smallestUnits);
  }

  @Property
  void parsesExactlyOrNotAtAll(
      @ForAll BigInteger digits,
      @ForAll @IntRange(min = -30, max = 30) int scale,
      @ForAll @IntRange(max = Scale.MAX_DECIMALS) int decimals) {
    BigDecimal quantity = new BigDecimal(digits, scale);
    BigDecimal smallest = quantity.movePointRight(decimals).stripTrailingZeros();
    boolean whole = smallest.scale() <= 0;
    boolean fits = smallest.toBigInteger().bitLength() < Long.SIZE;

    OptionalLong parsed = new Scale(decimals).parse(quantity);

    assertThat(parsed.isPresent()).isEqualTo(whole && fits);
    parsed.ifPresent(units -> assertThat(smallest).isEqualByComparingTo(BigDecimal.valueOf(units)));
  }

  @Example
  void halfAKilogramIsLegalAndHalfAnEachIsNot() {
    assertThat(parse(KILOGRAM, "1.250")).hasValue(1_250);
    assertThat(parse(KILOGRAM, "1.25")).hasValue(1_250);
    assertThat(parse(KILOGRAM, "0.001")).hasValue(1);
    assertThat(parse(KILOGRAM, "0.0001")).isEmpty();
    assertThat(parse(EACH, "1.5")).isEmpty();
    assertThat(parse(EACH, "1.000")).hasValue(1);
    assertThat(parse(EACH, "1e3")).hasValue(1_000);
    assertThat(parse(KILOGRAM, "-2.5")).hasValue(-2_500);
  }

  @Example
  void quantitiesOutsideALongAreRefused() {
    assertThat(parse(EACH, "9223372036854775807")).hasValue(Long.MAX_VALUE);
    assertThat(parse(EACH, "9223372036854775808")).isEmpty();
    assertThat(parse(KILOGRAM, "9223372036854775.808")).isEmpty();
    assertThat(parse(EACH, "1e30")).isEmpty();
  }

  @Example
  void absurdExponentsAreJudgedAtOnce() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          for (String quantity : new String[] {"1e-99999999", "1e99999999", "1e-2147483647"}) {
            assertThat(parse(KILOGRAM, quantity)).isEmpty();
          }
          assertThat(parse(KILOGRAM, "0e-99999999")).hasValue(0);
          assertThat(parse(KILOGRAM, "0e99999999")).hasValue(0);
        });
  }

  @Example
  void formatsWithAllItsDecimals() {
    assertThat(KILOGRAM.format(1_250)).isEqualTo("1.250");
    assertThat(KILOGRAM.format(-5)).isEqualTo("-0.005");
    assertThat(KILOGRAM.format(0)).isEqualTo("0.000");
    assertThat(EACH.format(7)).isEqualTo("7");
  }

  @Example
  void aUnitIsAPowerOfTen() {
    for (int decimals = 0; decimals <= Scale.MAX_DECIMALS; decimals++) {
      assertThat(new Scale(decimals).unit()).isEqualTo(Math.round(Math.pow(10, decimals)));
    }
  }

  @Example
  void scalesThatNobodyCountsInAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Scale(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Scale(Scale.MAX_DECIMALS + 1));
  }
}
