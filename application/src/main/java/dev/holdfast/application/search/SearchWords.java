package dev.holdfast.application.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Takes a text apart into words that can be compared: lower case, without accents, digits and
 * letters apart.
 *
 * <p>The same for names and for what is asked, and for every language: nothing is stemmed and no
 * word is left out. {@code 2,5kg}, {@code 2.5 kg} and {@code 2.5-KG} are all {@code 2.5}, {@code
 * kg}.
 */
final class SearchWords {
  private SearchWords() {}

  /** The words in their order, repeated ones too. */
  static List<String> of(String text) {
    String folded = folded(text);
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < folded.length()) {
      int end = endOfWord(folded, at);
      if (end == at) {
        at += Character.charCount(folded.codePointAt(at));
      } else {
        String word = folded.substring(at, end);
        words.add(isDigit(word.charAt(0)) ? word.replace(',', '.') : withoutApostrophes(word));
        at = end;
      }
    }
    return words;
  }

  /** Letters and digits only, for codes that are written with other dashes or none. */
  static String compact(String text) {
    String folded = folded(text);
    StringBuilder kept = new StringBuilder(folded.length());
    folded.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** Lower case without accents; letters that fold into two become two. */
  static String folded(String text) {
    // Composed first: the filter knows letters with accents, not accents that stand alone.
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    char[] letters = composed.toCharArray();
    // The filter makes at most four characters of one.
    char[] folded = new char[4 * letters.length];
    int length = ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length);
    return new String(folded, 0, length).toLowerCase(Locale.ROOT);
  }

  static boolean isNumber(String word) {
    return isDigit(word.charAt(0));
  }

  private static int endOfWord(String text, int start) {
    return isDigit(text.charAt(start)) ? endOfNumber(text, start) : endOfLetters(text, start);
  }

  /** Digits, and one point or comma between digits. */
  private static int endOfNumber(String text, int start) {
    int end = start;
    boolean point = false;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean pointHere =
          !point
              && (c == '.' || c == ',')
              && end + 1 < text.length()
              && isDigit(text.charAt(end + 1));
      if (!isDigit(c) && !pointHere) {
        break;
      }
      point |= pointHere;
      end++;
    }
    return end;
  }

  /** Letters, and apostrophes between them: o'brien is one word. */
  private static int endOfLetters(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int letter = text.codePointAt(end);
      boolean inside = end > start && (letter == '\'' || isMark(letter));
      boolean digit = letter >= '0' && letter <= '9';
      if (!inside && (digit || !Character.isLetterOrDigit(letter))) {
        break;
      }
      end += Character.charCount(letter);
    }
    return end;
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static String withoutApostrophes(String word) {
    return word.replace("'", "");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
