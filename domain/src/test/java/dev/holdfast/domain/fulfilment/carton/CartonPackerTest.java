package dev.holdfast.domain.fulfilment.carton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.Handling;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CartonPackerTest {
  private static final CartonType SMALL = type("S", 200, 150, 100, 5_000);
  private static final CartonType LARGE = type("L", 400, 300, 200, 10_000);
  private static final List<CartonType> BOTH = List.of(LARGE, SMALL);
  private static final CartonPacker PACKER = new CartonPacker(BOTH, PackingRules.DEFAULT);

  private static CartonType type(String code, int length, int width, int height, int gross) {
    Size inner = new Size(length, width, height);
    Size outer = new Size(length + 10, width + 10, height + 10);
    return new CartonType(code, outer, inner, 100, gross, 0);
  }

  private static Goods goods(String sku, int length, int width, int height, Handling handling) {
    return new Goods(sku, length, width, height, 100, handling);
  }

  private static Handling handling(boolean upright, boolean fragile, boolean alone, int most) {
    return new Handling(upright, fragile, alone, most, Set.of());
  }

  private static Packing sound(List<CartonLine> lines, Company company, CartonPrice price) {
    Packing packing = PACKER.pack(lines, company, price);
    assertThat(
            CartonValidator.of(lines, company, PackingRules.DEFAULT).faults(BOTH, price, packing))
        .isEmpty();
    return packing;
  }

  private static Packing sound(CartonLine... lines) {
    return sound(List.of(lines), Company.ANY, CartonPrice.OUTER_VOLUME);
  }

  private static List<String> codes(Packing packing) {
    return packing.cartons().stream().map(carton -> carton.type().code()).toList();
  }

  @Test
  void theCheapestCartonThatTakesEverythingIsTaken() {
    Packing packing = sound(CartonLine.of(goods("cup", 100, 75, 50, Handling.NONE), 8));

    assertThat(codes(packing)).containsExactly("S");
    assertThat(packing.priceMinor()).isEqualTo(SMALL.outer().volumeMm3());
  }

  @Test
  void twoSmallCartonsAreTakenWhereALargeOneCostsMore() {
    Packing packing = sound(CartonLine.of(goods("cup", 100, 75, 50, Handling.NONE), 9));

    assertThat(codes(packing)).containsExactly("S", "S");
  }

  @Test
  void theBoxIsChosenByWhatItCostsToShip() {
    CartonPrice largeIsCheap = (type, gross) -> type.code().equals("L") ? 1 : 5;
    List<CartonLine> lines = List.of(CartonLine.of(goods("cup", 10, 10, 10, Handling.NONE), 1));

    assertThat(codes(sound(lines, Company.ANY, largeIsCheap))).containsExactly("L");
  }

  @Test
  void whatIsTooLargeIsNamedWithTheLargestCarton() {
    Packing packing =
        sound(
            CartonLine.of(goods("pole", 401, 10, 10, Handling.NONE), 2),
            CartonLine.of(goods("cup", 10, 10, 10, Handling.NONE), 1));

    assertThat(packing.complete()).isFalse();
    assertThat(packing.unpacked()).hasSize(1);
    assertThat(packing.unpacked().getFirst().units()).isEqualTo(2);
    assertThat(packing.unpacked().getFirst().why().text())
        .contains("pole (401 x 10 x 10 mm)", "the largest, L", "400 x 300 x 200 mm");
    assertThat(codes(packing)).containsExactly("S");
  }

  @Test
  void whatIsTooHeavyIsNamedWithTheStrongestCarton() {
    Goods anvil = new Goods("anvil", 50, 50, 50, 9_901, Handling.NONE);

    Packing packing = sound(CartonLine.of(anvil, 1));

    assertThat(packing.unpacked().getFirst().why().text())
        .contains("anvil weighs 9901 g", "L, carries 9900 g");
  }

  @Test
  void theWeightLimitSplitsAnOrder() {
    Goods brick = new Goods("brick", 50, 50, 50, 3_000, Handling.NONE);

    Packing packing = sound(List.of(CartonLine.of(brick, 4)), Company.ANY, CartonPrice.FEWEST);

    assertThat(packing.cartons()).hasSize(2);
    assertThat(packing.cartons()).allMatch(carton -> carton.grossG() <= 10_000);
  }

  @Test
  void uprightGoodsAreNotLaidOnTheirSide() {
    Goods vase = goods("vase", 50, 50, 150, handling(true, false, false, 0));

    assertThat(codes(sound(CartonLine.of(vase, 1)))).containsExactly("L");
  }

  @Test
  void nothingLiesOnFragileGoods() {
    Goods glass = goods("glass", 200, 150, 50, handling(true, true, false, 0));

    assertThat(sound(CartonLine.of(glass, 2)).cartons()).hasSize(2);
    assertThat(sound(CartonLine.of(goods("tin", 200, 150, 50, Handling.NONE), 2)).cartons())
        .hasSize(1);
  }

  @Test
  void fragileGoodsGoOnTop() {
    Goods glass = goods("glass", 200, 150, 50, handling(true, true, false, 0));
    Goods tin = goods("tin", 200, 150, 50, handling(true, false, false, 0));

    assertThat(codes(sound(CartonLine.of(glass, 1), CartonLine.of(tin, 1)))).containsExactly("S");
  }

  @Test
  void goodsThatShipAloneHaveNoCompany() {
    Goods shy = goods("shy", 10, 10, 10, handling(false, false, true, 0));

    Packing packing =
        sound(CartonLine.of(shy, 2), CartonLine.of(goods("cup", 10, 10, 10, Handling.NONE), 3));

    assertThat(packing.cartons()).hasSize(3);
  }

  @Test
  void noMoreThanSoManyShareACarton() {
    Goods bottle = goods("bottle", 10, 10, 10, handling(false, false, false, 3));

    assertThat(sound(CartonLine.of(bottle, 7)).cartons()).hasSize(3);
  }

  @Test
  void whatMustNotShareACartonDoesNot() {
    Company enemies = (line, other) -> line + other != 1;
    List<CartonLine> lines =
        List.of(
            CartonLine.of(goods("ball", 10, 10, 10, Handling.NONE), 1),
            CartonLine.of(goods("glass", 10, 10, 10, Handling.NONE), 1),
            CartonLine.of(goods("tin", 10, 10, 10, Handling.NONE), 1));

    assertThat(sound(lines, enemies, CartonPrice.FEWEST).cartons()).hasSize(2);
  }

  @Test
  void unitsThatMustNotMeetTheirOwnKindAreSpread() {
    Company loners = (line, other) -> line != other;
    List<CartonLine> lines = List.of(CartonLine.of(goods("a", 10, 10, 10, Handling.NONE), 3));

    assertThat(sound(lines, loners, CartonPrice.FEWEST).cartons()).hasSize(3);
  }

  @Test
  void theQuickTestSaysYesAndNo() {
    Goods cup = goods("cup", 100, 75, 50, Handling.NONE);

    assertThat(PACKER.fitsInOne(SMALL, List.of(CartonLine.of(cup, 8)), Company.ANY)).isTrue();
    assertThat(PACKER.fitsInOne(SMALL, List.of(CartonLine.of(cup, 9)), Company.ANY)).isFalse();
  }

  @Test
  void partOfTheBaseMayHangOverWhereThatIsAllowed() {
    List<CartonLine> lines =
        List.of(
            CartonLine.of(goods("low", 160, 150, 50, handling(true, false, false, 0)), 1),
            CartonLine.of(goods("wide", 200, 150, 50, handling(true, false, false, 0)), 1));
    List<CartonType> small = List.of(SMALL);

    // The wide one first supports the low one fully; as fragile it must go on top, and hang over.
    Goods fragile = goods("wide", 200, 150, 50, handling(true, true, false, 0));
    List<CartonLine> hanging = List.of(lines.getFirst(), CartonLine.of(fragile, 1));
    PackingRules loose = new PackingRules(800, 100_000);

    assertThat(new CartonPacker(small, PackingRules.DEFAULT).pack(lines).cartons()).hasSize(1);
    assertThat(new CartonPacker(small, PackingRules.DEFAULT).pack(hanging).cartons()).hasSize(2);
    Packing packing = new CartonPacker(small, loose).pack(hanging);
    assertThat(packing.cartons()).hasSize(1);
    assertThat(
            CartonValidator.of(hanging, Company.ANY, loose)
                .faults(small, CartonPrice.OUTER_VOLUME, packing))
        .isEmpty();
  }
}
