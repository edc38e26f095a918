package dev.holdfast.domain.catalogue;

import java.util.List;

/** What every text of the catalogue must be: so long, and free of control characters. */
public final class TextRules {
  private TextRules() {}

  /**
   * Adds a violation where a text is too short, too long, only blanks where something is required,
   * or holds a character that does not belong in a line of text.
   *
   * @param min the fewest characters (Unicode code points), 0 where it may be empty
   * @param max the most characters
   */
  public static void check(String field, String text, int min, int max, List<Violation> found) {
    int length = text.codePointCount(0, text.length());
    if (length < min || length > max) {
      found.add(
          new Violation(
              field, "must have " + min + " to " + max + " characters; it has " + length));
      return;
    }
    if (min > 0 && text.isBlank()) {
      found.add(new Violation(field, "must not be blank: write something that can be seen"));
      return;
    }
    int position = firstUnfit(text);
    if (position >= 0) {
      found.add(
          new Violation(
              field,
              "must be one line of plain text: remove the control character or broken Unicode at"
                  + " character "
                  + (text.codePointCount(0, position) + 1)));
    }
  }

  /** Whether a text holds nothing but characters of a line of text, so that a store can keep it. */
  public static boolean isPlain(String text) {
    return firstUnfit(text) < 0;
  }

  private static int firstUnfit(String text) {
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      switch (Character.getType(character)) {
        case Character.CONTROL,
            Character.SURROGATE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR -> {
          return i;
        }
        default -> i += Character.charCount(character);
      }
    }
    return -1;
  }
}
