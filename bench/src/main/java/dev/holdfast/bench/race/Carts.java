package dev.holdfast.bench.race;

import java.util.ArrayList;
import java.util.List;

/**
 * The carts that buyers bring, one unit of each SKU in them.
 *
 * <p>Every cart holds all scarce SKUs, so at most as many carts can be served as there are units of
 * one of them. What else is in a cart differs, and the lines come in every order that there is, so
 * that any two carts with two SKUs in common meet in both orders: whoever locks in line order
 * deadlocks.
 *
 * @param scarce SKUs that run out
 * @param plentiful SKUs that do not
 */
record Carts(List<String> scarce, List<String> plentiful) {
  Carts {
    scarce = List.copyOf(scarce);
    plentiful = List.copyOf(plentiful);
  }

  /** Every cart: each choice of plentiful SKUs with the scarce ones, in each order of lines. */
  List<List<String>> all() {
    List<List<String>> carts = new ArrayList<>();
    for (int choice = 0; choice < 1 << plentiful.size(); choice++) {
      List<String> chosen = new ArrayList<>(scarce);
      for (int at = 0; at < plentiful.size(); at++) {
        if ((choice >> at & 1) == 1) {
          chosen.add(plentiful.get(at));
        }
      }
      permute(chosen, 0, carts);
    }
    return carts;
  }

  private static void permute(List<String> lines, int from, List<List<String>> orders) {
    if (from >= lines.size() - 1) {
      orders.add(List.copyOf(lines));
      return;
    }
    for (int other = from; other < lines.size(); other++) {
      List<String> swapped = new ArrayList<>(lines);
      swapped.set(from, lines.get(other));
      swapped.set(other, lines.get(from));
      permute(swapped, from + 1, orders);
    }
  }
}
