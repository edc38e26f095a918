package dev.holdfast.domain.fulfilment.carton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.Handling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CartonPackerProperties {
  private static final CartonType FLAT = type("flat", 360, 300, 60, 4_000);
  private static final CartonType CUBE = type("cube", 250, 250, 250, 12_000);
  private static final CartonType LONG = type("long", 600, 200, 150, 8_000);
  private static final List<CartonType> TYPES = List.of(FLAT, CUBE, LONG);
  private static final CartonPrice BY_WEIGHT =
      (type, gross) -> 300 + gross / 500 * 40 + type.outer().volumeMm3() / 100_000;

  private static CartonType type(String code, int length, int width, int height, int gross) {
    Size inner = new Size(length, width, height);
    return new CartonType(code, inner, inner, 150, gross, 30);
  }

  @Provide
  Arbitrary<CartonLine> line() {
    Arbitrary<Integer> side = Arbitraries.integers().between(5, 280);
    Arbitrary<Handling> handling =
        Combinators.combine(
                Arbitraries.of(true, false),
                Arbitraries.of(true, false, false, false),
                Arbitraries.of(true, false, false, false, false, false),
                Arbitraries.of(0, 0, 0, 1, 2, 5))
            .as((upright, fragile, alone, most) ->
                new Handling(upright, fragile, alone, most, Set.of()));
    Arbitrary<Goods> goods =
        Combinators.combine(side, side, side, Arbitraries.integers().between(0, 5_000), handling)
            .as((l, w, h, weight, wish) -> new Goods("sku", l, w, h, weight, wish));
    return Combinators.combine(goods, Arbitraries.integers().between(1, 9)).as(CartonLine::of);
  }

  @Property(tries = 300)
  void everyPackingIsSound(
      @ForAll("lines") List<CartonLine> lines,
      @ForAll("support") int supportPermille,
      @ForAll boolean quarrel,
      @ForAll boolean tariff) {
    PackingRules rules = new PackingRules(supportPermille, 20_000);
    Company company = quarrel ? (line, other) -> (line * other) % 3 != 2 : Company.ANY;
    CartonPrice price = tariff ? BY_WEIGHT : CartonPrice.OUTER_VOLUME;

    Packing packing = new CartonPacker(TYPES, rules).pack(lines, company, price);

    assertThat(CartonValidator.of(lines, company, rules).faults(TYPES, price, packing)).isEmpty();
  }

  @Property(tries = 60)
  void theSameQuestionHasTheSameAnswer(@ForAll("lines") List<CartonLine> lines) {
    PackingRules rules = new PackingRules(PackingRules.FULL_SUPPORT, 20_000);

    assertThat(new CartonPacker(TYPES, rules).pack(lines))
        .isEqualTo(new CartonPacker(TYPES, rules).pack(new ArrayList<>(lines)));
  }

  @Property(tries = 60)
  void oneCartonForAllMeansThatNoPartFillsASecond(@ForAll("lines") List<CartonLine> lines) {
    CartonPacker packer = new CartonPacker(List.of(CUBE), PackingRules.DEFAULT);
    Packing whole = packer.pack(lines, Company.ANY, CartonPrice.FEWEST);
    if (whole.cartons().size() == 1) {
      for (int i = 0; i < lines.size(); i++) {
        List<CartonLine> part = List.of(lines.get(i));
        assertThat(packer.pack(part, Company.ANY, CartonPrice.FEWEST).cartons())
            .hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  @Property(tries = 60)
  void containersAreLoadedSoundly(
      @ForAll("lines") List<CartonLine> lines, @ForAll("support") int supportPermille) {
    List<CartonLine> plain =
        lines.stream()
            .map(line -> new CartonLine(plain(line.goods()), line.units(), line.orientations()))
            .toList();
    PackingRules rules = new PackingRules(supportPermille, 50_000);

    List<Placement> loaded = ContainerLoading.fill(LONG, plain, rules, () -> false);

    assertThat(CartonValidator.of(plain, Company.ANY, rules).faults(LONG, loaded)).isEmpty();
  }

  private static Goods plain(Goods goods) {
    return new Goods(
        goods.sku(),
        goods.lengthMm(),
        goods.widthMm(),
        goods.heightMm(),
        goods.weightG(),
        Handling.NONE);
  }

  @Provide
  Arbitrary<List<CartonLine>> lines() {
    return line().list().ofMinSize(1).ofMaxSize(7);
  }

  @Provide
  Arbitrary<Integer> support() {
    return Arbitraries.of(0, 700, 1_000);
  }
}
