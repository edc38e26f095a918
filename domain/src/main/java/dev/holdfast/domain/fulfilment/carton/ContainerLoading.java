package dev.holdfast.domain.fulfilment.carton;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Fills one container with the most volume, for goods that cannot all go: pallets and lorries. See
 * {@link BeamSearch} for how.
 */
public final class ContainerLoading {
  private static final int MOST_BLOCKS = 6_000;

  private ContainerLoading() {}

  /**
   * Fills a container.
   *
   * @param container its inside and what it may carry
   * @param lines what there is; not all of it need fit
   * @param rules support and the budget of steps
   * @param stop asked now and then; the best filling so far is returned soon after it says yes
   * @return what is loaded and where, in loading order
   */
  public static List<Placement> fill(
      CartonType container, List<CartonLine> lines, PackingRules rules, BooleanSupplier stop) {
    Kinds kinds = new Kinds(lines, Company.ANY);
    int[] units = Arrays.copyOf(kinds.units, kinds.count);
    Block[] blocks = Blocks.general(kinds, container.inner(), units, MOST_BLOCKS);
    Arena arena =
        new Arena(
            kinds, units, container, blocks, rules.supportPermille(), new Reach(kinds, units));
    return BeamSearch.fill(arena, new Budget(rules.steps(), stop)).placements();
  }
}
