package dev.holdfast.domain.fulfilment.carton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.Handling;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The validator must be able to find every fault: each test shows it one. */
class CartonValidatorTest {
  private static final Size INNER = new Size(100, 100, 100);
  private static final CartonType TYPE = new CartonType("box", INNER, INNER, 50, 1_000, 0);
  private static final Handling UPRIGHT = new Handling(true, false, false, 0, Set.of());
  private static final Handling GLASS = new Handling(true, true, false, 0, Set.of());
  private static final Handling ALONE = new Handling(true, false, true, 0, Set.of());
  private static final Handling TWO_AT_MOST = new Handling(true, false, false, 2, Set.of());

  private static List<CartonLine> lines(Handling handling) {
    return List.of(
        CartonLine.of(new Goods("a", 50, 40, 30, 100, handling), 3),
        CartonLine.of(new Goods("b", 50, 40, 30, 900, UPRIGHT), 1));
  }

  private static List<String> faults(Handling handling, Placement... content) {
    return new CartonValidator(lines(handling), Company.ANY, PackingRules.FULL_SUPPORT)
        .faults(TYPE, List.of(content));
  }

  private static Placement a(int x, int y, int z) {
    return new Placement(0, x, y, z, 50, 40, 30);
  }

  @Test
  void soundContentHasNoFault() {
    assertThat(faults(UPRIGHT, a(0, 0, 0), a(50, 0, 0), a(0, 0, 30))).isEmpty();
  }

  @Test
  void unitsThatOverlapAreFound() {
    assertThat(faults(UPRIGHT, a(0, 0, 0), a(49, 39, 0))).anyMatch(f -> f.contains("overlaps"));
  }

  @Test
  void unitsThatStickOutAreFound() {
    assertThat(faults(UPRIGHT, a(51, 0, 0))).anyMatch(f -> f.contains("sticks out"));
    assertThat(faults(UPRIGHT, a(0, -1, 0))).anyMatch(f -> f.contains("sticks out"));
  }

  @Test
  void unitsOnTheirSideAreFound() {
    assertThat(faults(UPRIGHT, new Placement(0, 0, 0, 0, 50, 30, 40)))
        .anyMatch(f -> f.contains("does not allow"));
    assertThat(faults(UPRIGHT, new Placement(0, 0, 0, 0, 40, 50, 30))).isEmpty();
  }

  @Test
  void unitsThatHangInTheAirAreFound() {
    assertThat(faults(UPRIGHT, a(0, 0, 0), a(1, 0, 30))).anyMatch(f -> f.contains("rests on"));
  }

  @Test
  void unitsBelowThatComeLaterSupportNothing() {
    assertThat(faults(UPRIGHT, a(0, 0, 30), a(0, 0, 0))).anyMatch(f -> f.contains("rests on"));
  }

  @Test
  void fragileUnitsThatCarryAreFound() {
    assertThat(faults(GLASS, a(0, 0, 0), a(0, 0, 30))).anyMatch(f -> f.contains("fragile"));
  }

  @Test
  void tooMuchWeightIsFound() {
    assertThat(faults(UPRIGHT, a(0, 0, 0), new Placement(1, 50, 0, 0, 50, 40, 30)))
        .anyMatch(f -> f.contains("too heavy"));
  }

  @Test
  void companyOfWhatShipsAloneIsFound() {
    assertThat(faults(ALONE, a(0, 0, 0), a(50, 0, 0))).anyMatch(f -> f.contains("ships alone"));
  }

  @Test
  void moreThanSoManyPerCartonAreFound() {
    assertThat(faults(TWO_AT_MOST, a(0, 0, 0), a(50, 0, 0), a(0, 40, 0)))
        .anyMatch(f -> f.contains("3 times"));
  }

  @Test
  void whatMustNotShareIsFound() {
    CartonValidator strict = new CartonValidator(lines(UPRIGHT), (i, j) -> i == j, 1_000);

    assertThat(strict.faults(TYPE, List.of(a(0, 0, 0), new Placement(1, 50, 0, 0, 50, 40, 30))))
        .anyMatch(f -> f.contains("must not share"));
  }

  @Test
  void missingUnitsWrongWeightAndWrongPriceAreFound() {
    PackedCarton carton = new PackedCarton(TYPE, List.of(a(0, 0, 0)), 151, 7);
    Packing packing = new Packing(List.of(carton), List.of());

    assertThat(
            new CartonValidator(lines(UPRIGHT), Company.ANY, 1_000)
                .faults(List.of(TYPE), CartonPrice.FEWEST, packing))
        .anyMatch(f -> f.contains("weighs 150 g"))
        .anyMatch(f -> f.contains("does not cost"))
        .anyMatch(f -> f.contains("line 0 has 1 of 3"))
        .anyMatch(f -> f.contains("line 1 has 0 of 1"));
  }

  @Test
  void whatIsLeftOutWithoutNeedIsFound() {
    Unpacked.Why why = new Unpacked.Why.TooLarge("b", INNER, TYPE);
    Packing packing = new Packing(List.of(), List.of(new Unpacked(1, 1, why)));

    assertThat(
            new CartonValidator(lines(UPRIGHT), Company.ANY, 1_000)
                .faults(List.of(TYPE), CartonPrice.FEWEST, packing))
        .anyMatch(f -> f.contains("left out"));
  }
}
