package dev.holdfast.domain.fulfilment.split;

import dev.holdfast.domain.fulfilment.Goods;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds class rules that an order cannot keep: goods that break a rule alone, and goods of which
 * every two must be apart, more than there are places. The largest such group is looked for exactly
 * (branch and bound over cliques), with a limit on steps; beyond it the largest found so far
 * counts, so that a clash is always true and only a hidden one can be missed.
 */
public final class Clashes {
  /** Enough for every group among 30 goods that we met; a search without end helps nobody. */
  private static final int MAX_STEPS = 20_000;

  private final Separation separation;
  private final List<Goods> goods;
  private final long[] units;
  private final Scope scope;
  private int steps;
  private long bestWeight;
  private long best;

  private Clashes(Separation separation, List<Goods> goods, long[] units, Scope scope) {
    this.separation = separation;
    this.goods = goods;
    this.units = units;
    this.scope = scope;
  }

  /** Goods that no carton can hold, because their own classes must stay apart. */
  public static List<Clash> ofGoods(ClassRules rules, List<Goods> goods) {
    List<Clash> found = new ArrayList<>();
    for (Goods one : goods) {
      ClassRule rule = rules.againstItself(one);
      if (rule != null) {
        found.add(new Clash(rule, rule.scope(), List.of(one.sku()), 0, 0));
      }
    }
    return found;
  }

  /**
   * The clash of an order with the number of its places; null when none was found.
   *
   * @param goods as given to {@code separation}
   * @param units how many of each; units of goods that must be apart from themselves count singly
   * @param available how many locations may send, or shipments may be sent
   */
  public static @Nullable Clash ofPlaces(
      Separation separation, List<Goods> goods, long[] units, Scope scope, int available) {
    if (!separation.any(scope)) {
      return null;
    }
    Clashes search = new Clashes(separation, goods, units, scope);
    long all = goods.size() == Long.SIZE ? -1L : (1L << goods.size()) - 1;
    search.grow(0, 0, all);
    return search.bestWeight > available ? search.clash(available) : null;
  }

  private void grow(long group, long weight, long candidates) {
    if (weight > bestWeight && blame(group) != null) {
      bestWeight = weight;
      best = group;
    }
    long rest = candidates;
    while (rest != 0 && steps < MAX_STEPS && weight + weight(rest) > bestWeight) {
      steps++;
      int i = Long.numberOfTrailingZeros(rest);
      rest &= rest - 1;
      grow(group | 1L << i, weight + weight(1L << i), rest & separation.apart(scope, i));
    }
  }

  private long weight(long set) {
    long sum = 0;
    for (long rest = set; rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      sum += separation.unitsApart(scope, i) ? units[i] : 1;
    }
    return sum;
  }

  private @Nullable ClassRule blame(long group) {
    int first = Long.numberOfTrailingZeros(group);
    if (first >= goods.size()) {
      return null;
    }
    ClassRule between = separation.broken(scope, group);
    return between != null ? between : separation.rule(first, first);
  }

  private @Nullable Clash clash(int available) {
    ClassRule rule = blame(best);
    if (rule == null) {
      return null;
    }
    TreeSet<String> skus = new TreeSet<>();
    for (long rest = best; rest != 0; rest &= rest - 1) {
      skus.add(goods.get(Long.numberOfTrailingZeros(rest)).sku());
    }
    return new Clash(rule, scope, List.copyOf(skus), Math.toIntExact(bestWeight), available);
  }
}
