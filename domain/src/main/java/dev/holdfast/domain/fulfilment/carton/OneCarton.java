package dev.holdfast.domain.fulfilment.carton;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills one carton of an order: all of some units, or as much of them as goes in. */
final class OneCarton {
  /** Blocks of the quick attempt: more never paid off for an order. */
  private static final int FEW_BLOCKS = 400;

  /** Blocks of the thorough attempt. */
  private static final int MANY_BLOCKS = 600;

  /** What it takes to make a block, in steps of the search. */
  private static final int STEPS_PER_BLOCK = 10;

  private final Kinds kinds;
  private final int supportPermille;

  /** Of the units that were asked about last: they are tried in one carton after the other. */
  private @Nullable Reach reach;

  OneCarton(Kinds kinds, int supportPermille) {
    this.kinds = kinds;
    this.supportPermille = supportPermille;
  }

  /** The same, with other wishes about what goes in first. */
  OneCarton valued(double[] values) {
    return new OneCarton(kinds.valued(values), supportPermille);
  }

  /** Fills greedily; at least one unit, if any fits. */
  List<Placement> quickly(CartonType type, int[] units, Budget spent) {
    Block[] blocks = Blocks.simple(kinds, type.inner(), units, FEW_BLOCKS);
    spent.spend(STEPS_PER_BLOCK * blocks.length);
    return BeamSearch.greedy(arena(type, units, blocks, spent), spent).placements();
  }

  /** Fills by search, until all is in or the budget is over. */
  List<Placement> thoroughly(CartonType type, int[] units, Budget budget) {
    Block[] blocks = Blocks.general(kinds, type.inner(), units, MANY_BLOCKS);
    budget.spend(STEPS_PER_BLOCK * STEPS_PER_BLOCK * blocks.length);
    return BeamSearch.fill(arena(type, units, blocks, budget), budget).placements();
  }

  /** All units in one carton, if that is found quickly; else null. */
  @Nullable List<Placement> allQuickly(CartonType type, int[] units, Budget spent) {
    if (QuickFit.never(kinds, units, type)) {
      return null;
    }
    List<Placement> row = QuickFit.row(kinds, units, type);
    return row != null ? row : all(units, quickly(type, units, spent));
  }

  private static @Nullable List<Placement> all(int[] units, List<Placement> placed) {
    int wanted = 0;
    for (int count : units) {
      wanted += count;
    }
    return placed.size() == wanted ? placed : null;
  }

  private Arena arena(CartonType type, int[] units, Block[] blocks, Budget budget) {
    budget.spend(inner(type) * kinds.count / STEPS_PER_BLOCK);
    if (reach == null || !reach.isOf(units)) {
      reach = new Reach(kinds, units);
    }
    return new Arena(kinds, units, type, blocks, supportPermille, reach);
  }

  /** The sum of its sides: what the tables of an arena take to fill. */
  private static int inner(CartonType type) {
    return type.inner().lengthMm() + type.inner().widthMm() + type.inner().heightMm();
  }
}
