package dev.holdfast.domain.fulfilment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The number of one carton, printed on it as a barcode and typed by people: {@code HF}, twelve
 * letters and digits of Crockford's base 32, which has no I, L, O and U, and a check character by
 * Luhn's rule modulo 32, which finds every single wrong character.
 *
 * <p>It follows from the shipment and the carton, so packing twice gives the same number. 60 bits:
 * among a hundred million cartons of one client two have the same number with a chance of 1 in 230.
 */
public record TrackingNumber(String text) {
  private static final String PREFIX = "HF";
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;
  private static final int PAYLOAD = 12;
  private static final int LENGTH = PREFIX.length() + PAYLOAD + 1;

  /**
   * The number of a carton.
   *
   * @param carton counted from 0
   */
  public static TrackingNumber of(UUID shipment, int carton) {
    try {
      String name = shipment + "/" + carton;
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.US_ASCII));
      long bits = ByteBuffer.wrap(digest).getLong();
      StringBuilder payload = new StringBuilder(PAYLOAD);
      for (int i = 0; i < PAYLOAD; i++) {
        payload.append(ALPHABET.charAt((int) (bits >>> (BITS * i)) & (ALPHABET.length() - 1)));
      }
      return new TrackingNumber(PREFIX + payload + check(payload));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** The number that somebody typed or scanned; empty when it cannot be one. */
  public static Optional<TrackingNumber> typed(String written) {
    String text =
        written
            .strip()
            .replace(" ", "")
            .replace("-", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String payload = text.substring(PREFIX.length(), LENGTH - 1);
    boolean known = payload.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return known && check(payload) == text.charAt(LENGTH - 1)
        ? Optional.of(new TrackingNumber(text))
        : Optional.empty();
  }

  /** Luhn's rule in base 32: every second value is doubled and its two digits are added. */
  private static char check(CharSequence payload) {
    int sum = 0;
    int base = ALPHABET.length();
    for (int i = 0; i < payload.length(); i++) {
      int value = ALPHABET.indexOf(payload.charAt(payload.length() - 1 - i));
      int weighed = i % 2 == 0 ? 2 * value : value;
      sum += weighed / base + weighed % base;
    }
    return ALPHABET.charAt((base - sum % base) % base);
  }
}
