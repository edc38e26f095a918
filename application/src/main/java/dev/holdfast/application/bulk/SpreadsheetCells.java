package dev.holdfast.application.bulk;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running texts as formulas: a text that starts with a sign which starts a
 * formula gets an apostrophe in front, which spreadsheets take as "this is text". Plain numbers
 * stay as they are. {@link #unescape} is the exact inverse for everything that {@link #escape}
 * gives.
 *
 * <p>The signs are those of OWASP's page "CSV Injection", their full-width forms included.
 */
public final class SpreadsheetCells {
  private static final String SIGNS = "=+-@\t\r\n＝＋－＠";
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

  private SpreadsheetCells() {}

  /** The text as it is safe to show. */
  public static String escape(String text) {
    return startsWithSign(text) && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  /** The text that was escaped; any other text as it is. */
  public static String unescape(String cell) {
    return cell.startsWith("'") && startsWithSign(cell) ? cell.substring(1) : cell;
  }

  /** Whether a sign follows any number of apostrophes, none included. */
  private static boolean startsWithSign(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) == '\'') {
      first++;
    }
    return first < text.length() && SIGNS.indexOf(text.charAt(first)) >= 0;
  }
}
