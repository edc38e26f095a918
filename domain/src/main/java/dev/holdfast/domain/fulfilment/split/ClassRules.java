package dev.holdfast.domain.fulfilment.split;

import dev.holdfast.domain.fulfilment.Goods;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The class rules of one client. Where several rules are about the same two classes, the widest
 * scope counts. Immutable; safe for several threads.
 */
public final class ClassRules {
  private static final Comparator<ClassRule> STABLE =
      Comparator.comparing(ClassRule::first).thenComparing(ClassRule::second);

  /** No rule at all. */
  public static final ClassRules NONE = new ClassRules(List.of());

  private final Map<Pair, ClassRule> byPair = new LinkedHashMap<>();
  private final List<ClassRule> rules;

  /** The rules, in any order. */
  public ClassRules(Collection<ClassRule> given) {
    for (ClassRule rule : given) {
      byPair.merge(
          new Pair(rule.first(), rule.second()),
          rule,
          (known, other) -> known.scope().includes(other.scope()) ? known : other);
    }
    rules = byPair.values().stream().sorted(STABLE).toList();
  }

  /** One rule per pair of classes, in alphabetical order. */
  public List<ClassRule> rules() {
    return rules;
  }

  /** The widest rule between a unit of one and a unit of the other; null when they may mix. */
  public @Nullable ClassRule between(Goods one, Goods other) {
    if (byPair.isEmpty()) {
      return null;
    }
    return widest(one.handling().classes(), other.handling().classes());
  }

  /**
   * The rule that one unit breaks alone, because it is of two classes that must stay apart; null
   * for sound goods. No order can carry such goods.
   */
  public @Nullable ClassRule againstItself(Goods goods) {
    ClassRule found = null;
    Set<String> classes = goods.handling().classes();
    for (ClassRule rule : rules) {
      boolean both = classes.contains(rule.first()) && classes.contains(rule.second());
      if (both && !rule.first().equals(rule.second()) && wider(rule, found)) {
        found = rule;
      }
    }
    return found;
  }

  /** What the rules mean for the goods of one order. */
  public Separation among(List<Goods> goods) {
    return new Separation(this, goods);
  }

  private @Nullable ClassRule widest(Set<String> some, Set<String> others) {
    ClassRule found = null;
    for (String one : new TreeSet<>(some)) {
      for (String other : new TreeSet<>(others)) {
        ClassRule rule = byPair.get(Pair.of(one, other));
        if (rule != null && wider(rule, found)) {
          found = rule;
        }
      }
    }
    return found;
  }

  private static boolean wider(ClassRule rule, @Nullable ClassRule than) {
    return than == null || !than.scope().includes(rule.scope());
  }

  private record Pair(String first, String second) {
    static Pair of(String one, String other) {
      return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
    }
  }
}
