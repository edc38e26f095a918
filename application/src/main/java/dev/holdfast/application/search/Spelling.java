package dev.holdfast.application.search;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Says how a question is spelled whose answers are only similar. */
public final class Spelling {
  private Spelling() {}

  /**
   * The question with each word as a name spells it; null when that is how it was asked.
   *
   * @param name of the best answer
   */
  public static @Nullable String mended(String question, String name) {
    List<String> spelled = SearchWords.of(name);
    List<String> asked = SearchWords.of(question);
    StringJoiner mended = new StringJoiner(" ");
    for (int i = 0; i < asked.size(); i++) {
      mended.add(nearest(asked.get(i), i + 1 == asked.size(), spelled));
    }
    return mended.toString().equals(String.join(" ", asked)) ? null : mended.toString();
  }

  /** The nearest of some words; the word itself when none is near, or one begins with it. */
  private static String nearest(String word, boolean unfinished, List<String> spelled) {
    String best = word;
    int fewest = Mistakes.mostForgiven(word) + 1;
    for (String candidate : spelled) {
      int mistakes = mistakes(word, candidate, unfinished);
      if (mistakes == 0) {
        return word;
      }
      if (mistakes < fewest) {
        best = candidate;
        fewest = mistakes;
      }
    }
    return best;
  }

  /**
   * The optimal string alignment distance: letters added, left out, replaced, or swapped with their
   * neighbour; to the nearest beginning of the other word where this one is unfinished.
   */
  private static int mistakes(String word, String other, boolean unfinished) {
    int[][] cost = new int[word.length() + 1][other.length() + 1];
    for (int i = 0; i <= word.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, word, other, i, j);
      }
    }
    int[] last = cost[word.length()];
    int fewest = last[other.length()];
    for (int j = 0; unfinished && j < last.length; j++) {
      fewest = Math.min(fewest, last[j]);
    }
    return fewest;
  }

  private static int cheapest(int[][] cost, String word, String other, int i, int j) {
    boolean same = word.charAt(i - 1) == other.charAt(j - 1);
    int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && word.charAt(i - 1) == other.charAt(j - 2)
            && word.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
