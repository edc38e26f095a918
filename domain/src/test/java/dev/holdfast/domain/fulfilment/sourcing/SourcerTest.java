package dev.holdfast.domain.fulfilment.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.Handling;
import dev.holdfast.domain.fulfilment.sourcing.Sourcing.Sourced;
import dev.holdfast.domain.fulfilment.sourcing.Sourcing.Unsourced;
import dev.holdfast.domain.fulfilment.split.ClassRule;
import dev.holdfast.domain.fulfilment.split.ClassRules;
import dev.holdfast.domain.fulfilment.split.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SourcerTest {
  private static final Part LAMP = line("LAMP", 2);
  private static final Part RUG = line("RUG", 1, "textile");
  private static final Part TANK = line("TANK", 3, "tank");

  private final InventedPrice price = new InventedPrice(1, 0, 0);

  @Test
  void aLineIsSplitOnlyWhereNobodyHasEnough() {
    Sourced<String> whole =
        plan(order(SourcingTerms.FREE, List.of(LAMP), at("A", 1), at("B", 1), at("C", 2)));
    Sourced<String> split =
        plan(order(SourcingTerms.FREE, List.of(LAMP), at("A", 1), at("B", 1), at("C", 0)));

    assertThat(whole.shipments()).extracting(Shipment::location).containsExactly("C");
    assertThat(split.shipments()).extracting(Shipment::location).containsExactly("A", "B");
  }

  @Test
  void everyLocationThatDoesNotShipSaysWhy() {
    price.closing("RENO", "arrives Tuesday, promised Monday");
    Source gone = new Source("OMAHA", Map.of(), 0, "excluded by the client");

    Sourced<String> plan =
        plan(
            order(
                SourcingTerms.FREE,
                List.of(LAMP, RUG),
                at("BOISE", 5),
                at("RENO", 5),
                gone,
                new Source("DENVER", Map.of("RUG", Supply.of(1)), 0, null)));

    assertThat(plan.alternatives())
        .extracting(why -> why.locations().getFirst() + ": " + why.reason())
        .containsExactly(
            "DENVER: 1 of 2 in stock",
            "OMAHA: excluded by the client",
            "RENO: arrives Tuesday, promised Monday");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(refusals(order(SourcingTerms.FREE, List.of(LAMP), at("A", 1), at("B", 0))))
        .containsExactly(
            "LAMP: 2 wanted, 1 in stock at the locations that may ship this order."
                + " Order fewer, or wait.");
  }

  @Test
  void anImpossibleClassRuleIsNamed() {
    ClassRules rules = new ClassRules(List.of(new ClassRule("tank", "tank", Scope.LOCATION)));
    SourcingTerms terms = new SourcingTerms(rules, 9, 0, SourcingTerms.PRICES, 0);

    assertThat(refusals(order(terms, List.of(TANK), at("A", 9), at("B", 9))))
        .singleElement()
        .asString()
        .contains("TANK", "two units of tank must not share a location", "takes 3", "may be 2");
    assertThat(plan(order(terms, List.of(TANK), at("A", 9), at("B", 9), at("C", 1))).shipments())
        .hasSize(3);
  }

  @Test
  void aLimitOnShipmentsThatCannotBeKeptIsNamed() {
    SourcingTerms one = new SourcingTerms(ClassRules.NONE, 1, 0, SourcingTerms.PRICES, 0);

    assertThat(refusals(order(one, List.of(LAMP), at("A", 1), at("B", 1))))
        .containsExactly(
            "It takes 2 shipments and may have 1."
                + " Allow more shipments, or order less at a time.");
  }

  @Test
  void whatNobodySendsIsNamed() {
    InventedPrice refusing = new InventedPrice(1, 1, 0);

    Sourcing<String> answer =
        Sourcer.source(order(SourcingTerms.FREE, List.of(LAMP), at("A", 2)), refusing);

    assertThat(((Unsourced<String>) answer).obstacles())
        .extracting(Obstacle::sentence)
        .containsExactly("A: sends no such parcel A[2xLAMP].");
  }

  @Test
  void aPreferredLocationWinsByItsBonus() {
    Sourced<String> plain = plan(order(SourcingTerms.FREE, List.of(LAMP), at("A", 2), at("B", 2)));
    String loser = plain.alternatives().getFirst().locations().getFirst();
    long bonus = -1 - plain.alternatives().getFirst().extraMinor();
    Map<String, Supply> stock = Map.of("LAMP", Supply.of(2));

    Sourced<String> preferred =
        plan(
            order(
                SourcingTerms.FREE,
                List.of(LAMP),
                new Source("A", stock, loser.equals("A") ? bonus : 0, null),
                new Source("B", stock, loser.equals("B") ? bonus : 0, null)));

    assertThat(preferred.shipments()).extracting(Shipment::location).containsExactly(loser);
    assertThat(preferred.alternatives().getFirst().extraMinor()).isEqualTo(1);
  }

  @Test
  void anOrderOfManyLinesIsPlannedWithoutProof() {
    List<Part> lines = new ArrayList<>();
    Map<String, Supply> some = new HashMap<>();
    Map<String, Supply> rest = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      lines.add(line("SKU-" + i, 1));
      (i % 3 == 0 ? some : rest).put("SKU-" + i, Supply.of(1));
    }

    Sourced<String> plan =
        plan(
            order(
                SourcingTerms.FREE,
                lines,
                new Source("A", some, 0, null),
                new Source("B", rest, 0, null)));

    assertThat(plan.proven()).isFalse();
    assertThat(plan.shipments()).extracting(one -> one.parts().size()).containsExactly(14, 26);
  }

  private Sourced<String> plan(SourcingOrder order) {
    Sourcing<String> answer = Sourcer.source(order, price);
    assertThat(answer).isInstanceOf(Sourced.class);
    return (Sourced<String>) answer;
  }

  private List<String> refusals(SourcingOrder order) {
    return ((Unsourced<String>) Sourcer.source(order, price))
        .obstacles().stream().map(Obstacle::sentence).toList();
  }

  private static SourcingOrder order(SourcingTerms terms, List<Part> lines, Source... sources) {
    return new SourcingOrder(lines, List.of(sources), terms);
  }

  private static Source at(String location, long each) {
    Supply supply = Supply.of(each);
    return new Source(location, Map.of("LAMP", supply, "RUG", supply, "TANK", supply), 0, null);
  }

  private static Part line(String sku, long quantity, String... classes) {
    Handling handling = new Handling(false, false, false, 0, Set.of(classes));
    return new Part(new Goods(sku, 200, 150, 100, 800, handling), quantity);
  }
}
