package dev.holdfast.application.order;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Numbers for orders that were given none: eight letters and digits, such as {@code 7KQ2-M9XD},
 * without those that look alike (Crockford's base 32). Made from the request, so that a repeated
 * one asks for the same order; 40 bits, so that two in a million orders meet about every second
 * time, and the one that comes later takes the next number.
 */
final class OrderNumbers {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;
  private static final int HALF = 4;

  private OrderNumbers() {}

  /**
   * A number of a request.
   *
   * @param attempt 0, or how many of its numbers other orders have
   */
  static String of(ChangeOrders.Request request, int attempt) {
    String text = request.client().value() + " " + attempt + " " + request.key();
    long bits;
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(text.getBytes(StandardCharsets.UTF_8));
      bits =
          ByteBuffer.wrap(
                  sha.digest(request.fingerprint().toString().getBytes(StandardCharsets.UTF_8)))
              .getLong();
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
    StringBuilder number = new StringBuilder(2 * HALF + 1);
    for (int i = 0; i < 2 * HALF; i++) {
      if (i == HALF) {
        number.append('-');
      }
      number.append(DIGITS.charAt((int) (bits >>> (i * BITS)) & (DIGITS.length() - 1)));
    }
    return number.toString();
  }
}
