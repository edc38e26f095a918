package dev.holdfast.domain.fulfilment.rate;

import java.util.Optional;

/**
 * A postcode, or the beginning of one, as a number whose order is that of the text: 12 digits to
 * the base 37, of which 0 stands behind the end, then 0 to 9, then A to Z. 37^12 is less than 2^63.
 * Spaces and dashes do not count, nor does case: {@code sw1a 1aa} is {@code SW1A1AA}.
 *
 * @param key the number; at least 1, since no postcode is empty
 */
public record Postcode(long key) implements Comparable<Postcode> {
  /** The most letters and digits of a postcode: Iran has 10, and US ZIP+4 has 9. */
  public static final int MAX_LENGTH = 12;

  private static final int BASE = 37;
  private static final int FIRST_DIGIT = 1;
  private static final int FIRST_LETTER = 11;

  /** Checks that it is not empty. */
  public Postcode {
    if (key < 1) {
      throw new IllegalArgumentException("A postcode is empty: give letters and digits");
    }
  }

  /** Reads a postcode; empty unless it has 1 to {@link #MAX_LENGTH} letters A to Z and digits. */
  public static Optional<Postcode> parse(String text) {
    long key = 0;
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '-') {
        continue;
      }
      int digit = digit(c);
      if (digit == 0 || length == MAX_LENGTH) {
        return Optional.empty();
      }
      key = key * BASE + digit;
      length++;
    }
    if (length == 0) {
      return Optional.empty();
    }
    for (; length < MAX_LENGTH; length++) {
      key *= BASE;
    }
    return Optional.of(new Postcode(key));
  }

  /** Reads a postcode that is known to be one. */
  public static Postcode of(String text) {
    return parse(text)
        .orElseThrow(() ->
            new IllegalArgumentException(
                text + " is no postcode: give 1 to " + MAX_LENGTH + " letters and digits"));
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return FIRST_DIGIT + c - '0';
    }
    if (c >= 'A' && c <= 'Z') {
      return FIRST_LETTER + c - 'A';
    }
    return c >= 'a' && c <= 'z' ? FIRST_LETTER + c - 'a' : 0;
  }

  /** The largest key of a postcode that begins with this one. */
  long lastKey() {
    long span = 1;
    while (key / span % BASE == 0) {
      span *= BASE;
    }
    return key + span - 1;
  }

  /** The letters and digits, upper case. */
  public String text() {
    StringBuilder text = new StringBuilder(MAX_LENGTH);
    for (long rest = key; rest > 0; rest /= BASE) {
      int digit = (int) (rest % BASE);
      if (digit >= FIRST_LETTER) {
        text.append((char) ('A' + digit - FIRST_LETTER));
      } else if (digit >= FIRST_DIGIT) {
        text.append((char) ('0' + digit - FIRST_DIGIT));
      }
    }
    return text.reverse().toString();
  }

  @Override
  public int compareTo(Postcode other) {
    return Long.compare(key, other.key);
  }

  @Override
  public String toString() {
    return text();
  }
}
