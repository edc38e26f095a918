package dev.holdfast.application.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret half of a key: {@code hf_} and 256 random bits in base64url. So much chance needs no
 * slow hash: nobody guesses it, and SHA-256 is cheap enough for every request.
 */
final class Secrets {
  private static final String PREFIX = "hf_";
  private static final int RANDOM_BYTES = 32;

  /** 256 bits in base64url without padding. */
  private static final int LENGTH = PREFIX.length() + 43;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  static String make() {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Whether a text could be a secret of ours; nobody has to be asked about others. */
  static boolean isShaped(String text) {
    return text.length() == LENGTH && text.startsWith(PREFIX);
  }

  /** What is kept of a secret: its SHA-256. */
  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
