package dev.holdfast.domain.fulfilment.split;

import dev.holdfast.domain.fulfilment.Goods;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which goods of one order must stay apart, as bit masks: bit {@code j} of {@code apart(scope, i)}
 * says that a unit of goods {@code i} and a unit of goods {@code j} must not share what the scope
 * names; bit {@code i} itself, that two units of goods {@code i} must not. Immutable.
 *
 * <p>A carton mask is what the packer takes. Goods that ship alone share a carton with nothing, not
 * even with a second unit of themselves.
 */
public final class Separation {
  /** One bit per goods. Orders with more lines are bundled before. */
  public static final int MAX_GOODS = 64;

  private final ClassRules rules;
  private final List<Goods> goods;
  private final long[] carton;
  private final long[] shipment;
  private final long[] location;

  Separation(ClassRules rules, List<Goods> goods) {
    if (goods.size() > MAX_GOODS) {
      throw new IllegalArgumentException("at most " + MAX_GOODS + " different goods at a time");
    }
    this.rules = rules;
    this.goods = List.copyOf(goods);
    carton = new long[goods.size()];
    shipment = new long[goods.size()];
    location = new long[goods.size()];
    for (int i = 0; i < goods.size(); i++) {
      for (int j = i; j < goods.size(); j++) {
        separate(i, j);
      }
    }
  }

  private void separate(int i, int j) {
    ClassRule rule = rules.between(goods.get(i), goods.get(j));
    if (rule != null) {
      for (Scope scope : Scope.values()) {
        if (rule.scope().includes(scope)) {
          mark(scope, i, j);
        }
      }
    }
    if (goods.get(i).handling().shipAlone() || goods.get(j).handling().shipAlone()) {
      mark(Scope.CARTON, i, j);
    }
  }

  private void mark(Scope scope, int i, int j) {
    masks(scope)[i] |= 1L << j;
    masks(scope)[j] |= 1L << i;
  }

  private long[] masks(Scope scope) {
    return switch (scope) {
      case CARTON -> carton;
      case SHIPMENT -> shipment;
      case LOCATION -> location;
    };
  }

  /** How many goods this is about. */
  public int size() {
    return goods.size();
  }

  /** The goods that must stay apart from goods {@code i}, itself included where it is meant. */
  public long apart(Scope scope, int i) {
    return masks(scope)[i];
  }

  /** Whether anything must stay apart in this scope. */
  public boolean any(Scope scope) {
    for (long mask : masks(scope)) {
      if (mask != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether two units of the same goods must stay apart. */
  public boolean unitsApart(Scope scope, int i) {
    return (apart(scope, i) >>> i & 1) != 0;
  }

  /** Whether all of these goods, one unit or line of each, may share what the scope names. */
  public boolean mayShare(Scope scope, long set) {
    for (long rest = set; rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      if ((apart(scope, i) & set & ~(1L << i)) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The rule that keeps goods {@code i} and {@code j} apart; null when none does. */
  public @Nullable ClassRule rule(int i, int j) {
    return rules.between(goods.get(i), goods.get(j));
  }

  /** The first rule, in order of goods, that this set breaks in one location; null if none. */
  public @Nullable ClassRule broken(Scope scope, long set) {
    for (long rest = set; rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      long foes = apart(scope, i) & set & ~(1L << i);
      if (foes != 0) {
        return rule(i, Long.numberOfTrailingZeros(foes));
      }
    }
    return null;
  }
}
