package dev.holdfast.domain.fulfilment.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.Handling;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ClassRulesTest {
  private static final ClassRule FOOD_AND_CHEMICALS =
      new ClassRule("food", "chemicals", Scope.SHIPMENT);
  private static final ClassRule TWO_TANKS = new ClassRule("tank", "tank", Scope.LOCATION);

  private final Goods bread = goods("BREAD", false, "food");
  private final Goods bleach = goods("BLEACH", false, "chemicals");
  private final Goods tank = goods("TANK", false, "tank");
  private final Goods lamp = goods("LAMP", true);
  private final ClassRules rules = new ClassRules(List.of(FOOD_AND_CHEMICALS, TWO_TANKS));

  @Test
  void aWiderScopeIncludesTheNarrower() {
    Separation apart = rules.among(List.of(bread, bleach));

    assertThat(apart.mayShare(Scope.CARTON, 0b11)).isFalse();
    assertThat(apart.mayShare(Scope.SHIPMENT, 0b11)).isFalse();
    assertThat(apart.mayShare(Scope.LOCATION, 0b11)).isTrue();
    assertThat(apart.rule(1, 0)).isEqualTo(FOOD_AND_CHEMICALS);
  }

  @Test
  void theOrderOfTheClassesOfARuleMeansNothing() {
    assertThat(new ClassRule("chemicals", "food", Scope.SHIPMENT)).isEqualTo(FOOD_AND_CHEMICALS);
    assertThat(FOOD_AND_CHEMICALS.sentence())
        .isEqualTo("chemicals must not share a shipment with food");
  }

  @Test
  void theWidestOfSeveralRulesCounts() {
    ClassRule carton = new ClassRule("food", "chemicals", Scope.CARTON);

    assertThat(new ClassRules(List.of(carton, FOOD_AND_CHEMICALS)).rules())
        .containsExactly(FOOD_AND_CHEMICALS);
    assertThat(new ClassRules(List.of(FOOD_AND_CHEMICALS, carton)).rules())
        .containsExactly(FOOD_AND_CHEMICALS);
  }

  @Test
  void whatShipsAloneSharesNoCartonButMayShareAShipment() {
    Separation apart = rules.among(List.of(lamp, bread));

    assertThat(apart.apart(Scope.CARTON, 0)).isEqualTo(0b11);
    assertThat(apart.unitsApart(Scope.CARTON, 1)).isFalse();
    assertThat(apart.mayShare(Scope.SHIPMENT, 0b11)).isTrue();
  }

  @Test
  void aClassAgainstItselfKeepsUnitsApart() {
    assertThat(rules.among(List.of(tank)).unitsApart(Scope.LOCATION, 0)).isTrue();
    assertThat(rules.among(List.of(bread)).unitsApart(Scope.LOCATION, 0)).isFalse();
  }

  @Test
  void goodsOfTwoClassesThatMustBeApartAreNamed() {
    Goods both = goods("BOTH", false, "food", "chemicals");

    assertThat(Clashes.ofGoods(rules, List.of(bread, both, tank)))
        .extracting(Clash::sentence)
        .containsExactly(
            "BOTH is of both classes, but chemicals must not share a shipment with food."
                + " Change its classes.");
  }

  @Test
  void moreApartThanThereArePlacesIsNamed() {
    List<Goods> goods = List.of(tank, bread);

    Clash clash = Clashes.ofPlaces(rules.among(goods), goods, new long[] {3, 5}, Scope.LOCATION, 2);

    assertThat(clash).isEqualTo(new Clash(TWO_TANKS, Scope.LOCATION, List.of("TANK"), 3, 2));
    assertThat(clash.sentence())
        .isEqualTo(
            "TANK: two units of tank must not share a location, which takes 3 locations; there may"
                + " be 2. Order them separately or change the rule.");
    assertThat(Clashes.ofPlaces(rules.among(goods), goods, new long[] {2, 5}, Scope.LOCATION, 2))
        .isNull();
  }

  @Test
  void aRuleWithoutAClassIsRefused() {
    assertThatThrownBy(() -> new ClassRule("food", " ", Scope.CARTON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name both");
  }

  private static Goods goods(String sku, boolean alone, String... classes) {
    return new Goods(sku, 100, 80, 60, 500, new Handling(false, false, alone, 0, Set.of(classes)));
  }
}
