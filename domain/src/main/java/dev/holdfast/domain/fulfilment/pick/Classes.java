package dev.holdfast.domain.fulfilment.pick;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of unfinished walks, and which class each step leads to. Two unfinished walks are of
 * one class if whatever completes one completes the other; so of each class only the shortest
 * matters. For one block these are the seven classes of Ratliff and Rosenthal, "Order-picking in a
 * rectangular warehouse" (Operations Research 31, 1983); with further cross aisles they are derived
 * in the same way, as Roodbergen and de Koster (2001) did for two blocks and Cambazard and Catusse
 * (2018) for any number.
 *
 * <p>An aisle takes one step per passage and then one per cross aisle, front to back; steps repeat
 * with every aisle. Before each step the classes are numbered from 0. Immutable; shared.
 */
final class Classes {
  /** How often the way from one aisle to the next may be walked: not, there, there and back. */
  static final int COPIES = 3;

  /** In a table: the step is not possible. */
  static final int DEAD = -1;

  private static final Map<Integer, Classes> KNOWN = new ConcurrentHashMap<>();

  final int crossings;

  /** Steps of one aisle. */
  final int steps;

  private final List<Map<Integer, Integer>> numbers = new ArrayList<>();
  private final int[][] next;
  private final int[] atDepot;
  private final boolean[] ends;
  private final boolean[] endsAtDepot;

  private record Reached(int step, int frontier) {}

  private Classes(int crossings) {
    this.crossings = crossings;
    steps = 2 * crossings - 1;
    for (int step = 0; step < steps; step++) {
      numbers.add(new HashMap<>());
    }
    explore();
    next = new int[steps][];
    for (int step = 0; step < steps; step++) {
      next[step] = table(step, false);
    }
    atDepot = table(crossings - 1, true);
    Map<Integer, Integer> last = numbers.get(crossings - 1);
    ends = new boolean[last.size()];
    endsAtDepot = new boolean[last.size()];
    last.forEach((frontier, number) -> {
      ends[number] = Frontier.ends(frontier, crossings, false);
      endsAtDepot[number] = Frontier.ends(frontier, crossings, true);
    });
  }

  /** The classes of a layout with so many cross aisles. */
  static Classes of(int crossings) {
    return KNOWN.computeIfAbsent(crossings, Classes::new);
  }

  /** How many classes there are before a step. */
  int count(int step) {
    return numbers.get(step).size();
  }

  /** The class of a walk that has not begun, before the first step. */
  int empty() {
    return number(0, Frontier.EMPTY);
  }

  /** Whether a step goes through a passage, whose block is then the step. */
  boolean isPassage(int step) {
    return step < crossings - 1;
  }

  /** The cross aisle of a step that goes from one aisle to the next. */
  int cross(int step) {
    return step - (crossings - 1);
  }

  /** How many choices a step has. */
  int choices(int step) {
    return isPassage(step) ? Way.ALL.length : COPIES;
  }

  /** Per class and choice the class before the next step, or {@link #DEAD}. */
  int[] next(int step, boolean atDepot) {
    return atDepot && step == crossings - 1 ? this.atDepot : next[step];
  }

  /** Whether a walk of a class may end after the passages of the last aisle. */
  boolean ends(int number, boolean atDepot) {
    return atDepot ? endsAtDepot[number] : ends[number];
  }

  private int number(int step, int frontier) {
    Integer number = numbers.get(step).get(frontier);
    return number == null ? DEAD : number;
  }

  private void explore() {
    Deque<Reached> open = new ArrayDeque<>();
    add(0, Frontier.EMPTY, open);
    while (!open.isEmpty()) {
      Reached from = open.remove();
      int to = (from.step() + 1) % steps;
      for (int choice = 0; choice < choices(from.step()); choice++) {
        add(to, after(from.step(), from.frontier(), choice, false), open);
        if (from.step() == crossings - 1) {
          add(to, after(from.step(), from.frontier(), choice, true), open);
        }
      }
    }
  }

  private void add(int step, int frontier, Deque<Reached> open) {
    Map<Integer, Integer> known = numbers.get(step);
    if (frontier != Frontier.DEAD && known.putIfAbsent(frontier, known.size()) == null) {
      open.add(new Reached(step, frontier));
    }
  }

  private int[] table(int step, boolean wanted) {
    int choices = choices(step);
    int[] table = new int[count(step) * choices];
    int to = (step + 1) % steps;
    numbers
        .get(step)
        .forEach((frontier, number) -> {
          for (int choice = 0; choice < choices; choice++) {
            int after = after(step, frontier, choice, wanted);
            table[number * choices + choice] = after == Frontier.DEAD ? DEAD : number(to, after);
          }
        });
    return table;
  }

  private int after(int step, int frontier, int choice, boolean wanted) {
    return isPassage(step)
        ? Frontier.along(frontier, crossings, step, Way.ALL[choice])
        : Frontier.over(frontier, crossings, cross(step), choice, wanted);
  }
}
