package dev.holdfast.domain.catalogue;

import java.util.List;

/**
 * What the code of a SKU or location may be: a letter or digit, then up to 63 letters, digits,
 * dots, underscores and dashes. Nothing in it needs quoting in a URL, a file name or a spreadsheet.
 */
public final class CodeRules {
  /** The most characters of a code. */
  public static final int MAX_LENGTH = 64;

  private CodeRules() {}

  /** Whether anything can have this code. Cheap enough for every line of every request. */
  public static boolean isCode(String text) {
    int length = text.length();
    if (length == 0 || length > MAX_LENGTH || !isLetterOrDigit(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = text.charAt(i);
      if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }

  static void check(String field, String text, List<Violation> found) {
    if (!isCode(text)) {
      found.add(
          new Violation(
              field,
              "must be 1 to "
                  + MAX_LENGTH
                  + " letters A-Z or a-z, digits, dots, underscores or dashes,"
                  + " and start with a letter or digit"));
    }
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
