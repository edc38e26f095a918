package dev.holdfast.application.search;

import static dev.holdfast.application.search.SkuFields.WORD;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a name must hold to be found: every word asked for, in any order, the last one also as the
 * beginning of a longer word.
 *
 * <p>A word counts by how it was met: as it is, as a beginning, with another space, nearly, nearly
 * as a beginning. A name's score is their sum, so among names that hold every word the one with the
 * fewest mistakes is first. How rare a word is does not matter: all of them have to be there.
 */
final class NameQuery {
  /** More words than this say nothing new about which of a client's SKUs is meant. */
  static final int MAX_WORDS = 12;

  /** Halves of a word that was written together have at least so many letters. */
  private static final int MIN_HALF = 3;

  private static final float SAME = 4;
  private static final float BEGINNING = 2.5f;
  private static final float SPACED = 2;
  private static final float ONE_OFF = 1.5f;
  private static final float BEGINNING_ONE_OFF = 1;
  private static final float TWO_OFF = 0.75f;
  private static final float BEGINNING_TWO_OFF = 0.5f;

  private final List<String> words;

  private NameQuery(List<String> words) {
    this.words = words;
  }

  /** The question of a text; it may have no words at all. */
  static NameQuery of(String text) {
    List<String> all = List.copyOf(new LinkedHashSet<>(SearchWords.of(text)));
    return new NameQuery(all.size() <= MAX_WORDS ? all : all.subList(0, MAX_WORDS));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether leaving words out could find more. */
  boolean hasSeveralWords() {
    return words.size() > 1;
  }

  /** Names with every word as it is spelled. */
  Query exact() {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words((index, last) -> word(words.get(index), last)).forEach(word -> all.add(word, Occur.MUST));
    return all.build();
  }

  /** The most mistakes that are forgiven in any of the words: 0 to 2. */
  int mostForgiven() {
    return words.stream().mapToInt(Mistakes::mostForgiven).max().orElse(0);
  }

  /**
   * Names with every word, as it is spelled or nearly.
   *
   * @param most mistakes in a word, 0 to 2; other spaces and beginnings always count as nearly
   */
  Query forgiving(int most) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    forgivingWords(most).forEach(word -> all.add(word, Occur.MUST));
    return all.build();
  }

  /** Names with at least half of the words, as they are spelled or nearly. */
  Query relaxed() {
    List<Query> queries = forgivingWords(1);
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    queries.forEach(word -> some.add(word, Occur.SHOULD));
    return some.setMinimumNumberShouldMatch((queries.size() + 1) / 2).build();
  }

  private List<Query> forgivingWords(int most) {
    return words((index, last) -> forgivingWord(index, last, most));
  }

  /** What a name must hold for one of the words. */
  private interface WordQuery {
    Query of(int index, boolean last);
  }

  /** One query for each word, or for a number and its unit together. */
  private List<Query> words(WordQuery query) {
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean last = i + 1 == words.size();
      if (!last && SkuFields.isMeasure(words.get(i), words.get(i + 1))) {
        queries.add(measure(words.get(i), words.get(i + 1), i + 2 == words.size()));
        i++;
      } else {
        queries.add(query.of(i, last));
      }
    }
    return queries;
  }

  /** A number and its unit, better together than apart. */
  private static Query measure(String number, String unit, boolean last) {
    List<Query> ways = new ArrayList<>();
    ways.add(scored(2 * SAME + 1, term(number + unit)));
    if (last) {
      ways.add(scored(2 * BEGINNING + 1, new PrefixQuery(new Term(WORD, number + unit))));
    }
    ways.add(
        new BooleanQuery.Builder()
            .add(word(number, false), Occur.MUST)
            .add(word(unit, last), Occur.MUST)
            .build());
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static Query word(String word, boolean unfinished) {
    return unfinished
        ? new DisjunctionMaxQuery(List.of(same(word), beginning(word)), 0)
        : same(word);
  }

  private Query forgivingWord(int index, boolean last, int most) {
    String word = words.get(index);
    List<Query> ways = new ArrayList<>(List.of(same(word), beginning(word)));
    if (index > 0) {
      ways.add(scored(SPACED, term(words.get(index - 1) + word)));
    }
    if (index + 1 < words.size()) {
      ways.add(scored(SPACED, term(word + words.get(index + 1))));
    }
    if (word.length() <= Mistakes.LONGEST) {
      addHalves(word, ways);
    }
    addMistakes(word, last, Math.min(most, Mistakes.mostForgiven(word)), ways);
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static void addHalves(String word, List<Query> ways) {
    for (int half = MIN_HALF; half <= word.length() - MIN_HALF; half++) {
      BooleanQuery.Builder both = new BooleanQuery.Builder();
      both.add(term(word.substring(0, half)), Occur.MUST);
      both.add(term(word.substring(half)), Occur.MUST);
      ways.add(scored(SPACED, both.build()));
    }
  }

  private static Query same(String word) {
    return scored(SAME, term(word));
  }

  private static Query beginning(String word) {
    return scored(BEGINNING, new PrefixQuery(new Term(WORD, word)));
  }

  private static Query term(String word) {
    return new TermQuery(new Term(WORD, word));
  }

  private static void addMistakes(String word, boolean last, int most, List<Query> ways) {
    if (most == 0) {
      return;
    }
    Mistakes near = Mistakes.in(word);
    ways.add(scored(ONE_OFF, near.whole(1)));
    if (last) {
      ways.add(scored(BEGINNING_ONE_OFF, near.beginning(1)));
    }
    if (most == 2) {
      ways.add(scored(TWO_OFF, near.whole(2)));
      if (last) {
        ways.add(scored(BEGINNING_TWO_OFF, near.beginning(2)));
      }
    }
  }

  private static Query scored(float score, Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }
}
