package dev.holdfast.domain.stock.lot;

import dev.holdfast.domain.catalogue.CodeRules;
import java.time.LocalDate;

/**
 * What is printed on goods that expire.
 *
 * @param lot the maker's code, unique at a position: 1 to {@link #MAX_CODE} characters of a code
 * @param expires the last day on which the goods may be used, as GS1 defines the expiration date of
 *     AI (17)
 */
public record LotMark(String lot, LocalDate expires) {
  /** What a lot number may have at most in GS1's AI (10). */
  public static final int MAX_CODE = 20;

  public LotMark {
    if (!isCode(lot)) {
      throw new IllegalArgumentException("no code of a lot: " + lot);
    }
  }

  /** Whether a lot can be called so. */
  public static boolean isCode(String text) {
    return text.length() <= MAX_CODE && CodeRules.isCode(text);
  }

  /** The mark of goods whose maker prints a date and no lot: the date stands for the lot. */
  public static LotMark ofDate(LocalDate expires) {
    return new LotMark(expires.toString(), expires);
  }
}
