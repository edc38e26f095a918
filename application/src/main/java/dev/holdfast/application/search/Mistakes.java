package dev.holdfast.application.search;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * Words that differ from one by a letter too many, too few, another one, or two that changed
 * places.
 *
 * <p>Most words are ASCII once folded. Their letters are bytes of the index as they are, which
 * spares translating the automaton from characters to bytes: the dearest step of the whole search.
 */
final class Mistakes {
  /** In shorter words one mistake makes too many other words. */
  private static final int ONE_FROM = 4;

  private static final int TWO_FROM = 8;

  /** Longer words are codes or pasted text, and their automata grow with them. */
  static final int LONGEST = 32;

  private static final int LAST_BYTE = 0xFF;

  private final LevenshteinAutomata near;
  private final boolean bytes;

  private Mistakes(LevenshteinAutomata near, boolean bytes) {
    this.near = near;
    this.bytes = bytes;
  }

  /** How many mistakes in a word are forgiven: 0 to 2. None in a number, where each is another. */
  static int mostForgiven(String word) {
    int length = word.codePointCount(0, word.length());
    if (length < ONE_FROM || length > LONGEST || SearchWords.isNumber(word)) {
      return 0;
    }
    return length < TWO_FROM ? 1 : 2;
  }

  static Mistakes in(String word) {
    boolean ascii = word.chars().allMatch(c -> c < 0x80);
    return new Mistakes(
        ascii
            ? new LevenshteinAutomata(word.chars().toArray(), LAST_BYTE, true)
            : new LevenshteinAutomata(word, true),
        ascii);
  }

  /**
   * Words with up to so many mistakes.
   *
   * @param most 1 or 2
   */
  Query whole(int most) {
    return query(near.toAutomaton(most));
  }

  /** Words that begin with up to so many mistakes. */
  Query beginning(int most) {
    Automaton rest = bytes ? Automata.makeAnyBinary() : Automata.makeAnyString();
    Automaton longer = Operations.concatenate(List.of(near.toAutomaton(most), rest));
    return query(Operations.determinize(longer, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
  }

  private Query query(Automaton words) {
    return new AutomatonQuery(new Term(SkuFields.WORD), words, bytes);
  }
}
