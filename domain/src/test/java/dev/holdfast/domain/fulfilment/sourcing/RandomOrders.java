package dev.holdfast.domain.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.Handling;
import dev.holdfast.domain.fulfilment.split.ClassRule;
import dev.holdfast.domain.fulfilment.split.ClassRules;
import dev.holdfast.domain.fulfilment.split.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Orders with everything that sourcing respects, small enough to try every plan. */
final class RandomOrders {
  private static final List<String> CLASSES = List.of("food", "chemicals", "glass", "frozen");

  private static final List<Scope> SCOPES = List.of(Scope.values());

  private final Random random;

  RandomOrders(long seed) {
    random = new Random(seed);
  }

  SourcingOrder next() {
    int lineCount = 1 + random.nextInt(4);
    int sourceCount = 1 + random.nextInt(4);
    boolean classes = random.nextInt(3) == 0;
    List<Part> lines = new ArrayList<>();
    for (int i = 0; i < lineCount; i++) {
      lines.add(new Part(goods("SKU-" + i, classes), 1 + random.nextInt(4)));
    }
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < sourceCount; i++) {
      sources.add(source("LOC-" + i, lines));
    }
    return new SourcingOrder(lines, sources, terms(classes));
  }

  private Goods goods(String sku, boolean classes) {
    Set<String> called = new HashSet<>();
    if (classes && random.nextBoolean()) {
      called.add(CLASSES.get(random.nextInt(CLASSES.size())));
    }
    Handling handling =
        new Handling(false, false, random.nextInt(12) == 0, random.nextInt(4), called);
    return new Goods(sku, side(), side(), side(), 1 + random.nextInt(4_000), handling);
  }

  private int side() {
    return 20 + random.nextInt(300);
  }

  private Source source(String location, List<Part> lines) {
    Map<String, Supply> supplies = new HashMap<>();
    int scarcity = random.nextInt(4);
    for (Part line : lines) {
      if (random.nextInt(5) >= scarcity) {
        long opportunity = random.nextInt(3) == 0 ? random.nextInt(200) : 0;
        supplies.put(line.goods().sku(), new Supply(random.nextInt(7), opportunity));
      }
    }
    long adjustment = random.nextInt(4) == 0 ? random.nextInt(900) - 500 : 0;
    return new Source(
        location, supplies, adjustment, random.nextInt(10) == 0 ? "not for this client" : null);
  }

  private SourcingTerms terms(boolean classes) {
    List<ClassRule> rules = new ArrayList<>();
    for (int i = classes ? 1 + random.nextInt(3) : 0; i > 0; i--) {
      rules.add(
          new ClassRule(
              CLASSES.get(random.nextInt(CLASSES.size())),
              CLASSES.get(random.nextInt(CLASSES.size())),
              SCOPES.get(random.nextInt(SCOPES.size()))));
    }
    return new SourcingTerms(
        new ClassRules(rules),
        random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 8,
        random.nextBoolean() ? random.nextInt(300) : 0,
        SourcingTerms.PRICES,
        random.nextInt(3) == 0 ? 2 : 0);
  }
}
