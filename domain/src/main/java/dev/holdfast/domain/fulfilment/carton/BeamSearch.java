package dev.holdfast.domain.fulfilment.carton;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fills one carton with as much value as it can: Araya and Riff, "A beam search approach to the
 * container loading problem" (Computers and Operations Research, 2014). Level by level, each kept
 * filling is continued with its best few blocks; what a continuation is worth is found by
 * completing it greedily; the best few are kept. When a beam ends, a wider one begins, until the
 * budget is over or everything is packed. The best filling that was ever seen is the answer.
 */
final class BeamSearch {
  private static final int FIRST_WIDTH = 2;

  /** A wider beam than this has never found anything within the budgets that we give. */
  private static final int MOST_WIDTH = 64;

  private final Budget budget;
  private final int goal;
  private Filling best;

  private record Node(Filling filling, double promise, double value) {}

  private BeamSearch(Arena arena, Budget budget) {
    this.budget = budget;
    goal = arena.totalUnits();
    best = new Filling(arena);
    // Not on the budget: whatever fits greedily is there at once.
    Budget first = Budget.unlimited();
    best.complete(first);
    budget.charge(first);
  }

  /** The first, greedy filling alone; at least one unit, if any fits. */
  static Filling greedy(Arena arena, Budget spent) {
    return new BeamSearch(arena, spent).best;
  }

  static Filling fill(Arena arena, Budget budget) {
    BeamSearch search = new BeamSearch(arena, budget);
    for (int width = FIRST_WIDTH;
        width <= MOST_WIDTH && search.goesOn();
        width += (width + 1) / 2) {
      search.beam(new Filling(arena), width);
    }
    return search.best;
  }

  private boolean goesOn() {
    return !budget.over() && best.units() < goal;
  }

  private void beam(Filling start, int width) {
    List<Filling> level = List.of(start);
    while (!level.isEmpty() && goesOn()) {
      List<Node> next = new ArrayList<>();
      for (Filling filling : level) {
        expand(filling, width, next);
      }
      level = bestOf(next, width);
    }
  }

  private void expand(Filling filling, int width, List<Node> next) {
    Choices choices = new Choices(width);
    if (!goesOn() || !filling.choose(choices, budget)) {
      return;
    }
    for (int rank = 0; rank < choices.size() && goesOn(); rank++) {
      Filling child = filling.copy();
      child.place(choices, rank);
      Filling whole = child.copy();
      whole.complete(budget);
      next.add(new Node(child, whole.value(), child.value()));
      if (whole.value() > best.value()) {
        best = whole;
      }
    }
  }

  private static List<Filling> bestOf(List<Node> nodes, int width) {
    nodes.sort(
        Comparator.comparingDouble(Node::promise).thenComparingDouble(Node::value).reversed());
    Set<List<Double>> seen = new HashSet<>();
    List<Filling> kept = new ArrayList<>();
    for (Node node : nodes) {
      if (kept.size() < width && seen.add(List.of(node.promise(), node.value()))) {
        kept.add(node.filling());
      }
    }
    return kept;
  }
}
