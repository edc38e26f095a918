package dev.holdfast.domain.fulfilment.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.fulfilment.sourcing.Sourcing.Sourced;
import dev.holdfast.domain.fulfilment.sourcing.Sourcing.Unsourced;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class SourcerProperties {
  @Property(tries = 3_000)
  void noPlanIsCheaper(@ForAll long seed) {
    SourcingOrder order = new RandomOrders(seed).next();

    Map<Set<String>, Long> every = EveryPlan.leastByLocations(order, price(seed));

    OptionalLong least = EveryPlan.least(every);
    Sourcing<String> answer = Sourcer.source(order, price(seed));
    if (answer instanceof Sourced<String> plan) {
      assertThat(least).hasValue(plan.totalMinor());
      assertThat(plan.proven()).isTrue();
    } else {
      assertThat(least).isEmpty();
      assertThat(((Unsourced<String>) answer).obstacles()).isNotEmpty();
    }
  }

  @Property(tries = 1_000)
  void theOrderOfLinesAndSourcesMeansNothing(@ForAll long seed) {
    SourcingOrder order = new RandomOrders(seed).next();
    List<Part> lines = new ArrayList<>(order.lines());
    List<Source> sources = new ArrayList<>(order.sources());
    Collections.shuffle(lines, new Random(seed));
    Collections.shuffle(sources, new Random(~seed));

    assertThat(Sourcer.source(new SourcingOrder(lines, sources, order.terms()), price(seed)))
        .isEqualTo(Sourcer.source(order, price(seed)));
  }

  @Property(tries = 1_000)
  void aPlanTakesExactlyWhatIsWantedAndThere(@ForAll long seed) {
    SourcingOrder order = new RandomOrders(seed).next();
    if (!(Sourcer.source(order, price(seed)) instanceof Sourced<String> plan)) {
      return;
    }
    Map<String, Long> shipped = new HashMap<>();
    Map<String, Long> taken = new HashMap<>();
    for (Shipment<String> shipment : plan.shipments()) {
      for (Part part : shipment.parts()) {
        shipped.merge(part.goods().sku(), part.quantity(), Long::sum);
        taken.merge(shipment.location() + part.goods().sku(), part.quantity(), Long::sum);
      }
    }
    for (Part line : order.lines()) {
      String sku = line.goods().sku();
      assertThat(shipped).containsEntry(sku, line.quantity());
      for (Source source : order.sources()) {
        assertThat(taken.getOrDefault(source.location() + sku, 0L))
            .isLessThanOrEqualTo(source.excluded() == null ? source.supply(sku).available() : 0);
      }
    }
    assertThat(plan.shipments()).hasSizeLessThanOrEqualTo(order.terms().maxShipments());
  }

  @Property(tries = 2_000)
  void everyAmountOfAnAlternativeIsTrue(@ForAll long seed) {
    SourcingOrder order = new RandomOrders(seed).next();
    if (!(Sourcer.source(order, price(seed)) instanceof Sourced<String> plan)) {
      return;
    }
    Map<Set<String>, Long> every = EveryPlan.leastByLocations(order, price(seed));
    for (Alternative alternative : plan.alternatives()) {
      Long cost = every.get(new TreeSet<>(alternative.locations()));
      if (alternative.kind() == Alternative.Kind.DEARER) {
        assertThat(cost).isEqualTo(plan.totalMinor() + alternative.extraMinor());
      } else {
        assertThat(cost).as(alternative.toString()).isNull();
      }
    }
    assertThat(runnersUp(plan)).isEqualTo(runnersUp(plan, every, order.terms().runnersUp()));
  }

  private static List<Long> runnersUp(Sourced<String> plan) {
    return plan.alternatives().stream()
        .filter(alternative -> alternative.locations().size() > 1)
        .map(alternative -> plan.totalMinor() + alternative.extraMinor())
        .toList();
  }

  /** The least costs of several locations together, other than those chosen. */
  private static List<Long> runnersUp(
      Sourced<String> plan, Map<Set<String>, Long> every, int count) {
    Set<String> chosen = new HashSet<>();
    plan.shipments().forEach(shipment -> chosen.add(shipment.location()));
    return every.entrySet().stream()
        .filter(entry -> entry.getKey().size() > 1 && !entry.getKey().equals(chosen))
        .map(Map.Entry::getValue)
        .sorted()
        .limit(count)
        .toList();
  }

  private static InventedPrice price(long seed) {
    int refused = Math.floorMod(seed, 3) == 0 ? 4 : 0;
    long rough = Math.floorMod(seed, 5) == 0 ? 0 : 400;
    InventedPrice price = new InventedPrice(seed, refused, rough);
    return Math.floorMod(seed, 7) == 0
        ? price.closing("LOC-1", "arrives Tuesday, promised Monday")
        : price;
  }
}
