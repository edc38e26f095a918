package dev.holdfast.application.access;

import dev.holdfast.domain.catalogue.Violation;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a password must be: long, and neither what everybody tries first nor the e-mail address.
 * Nothing about kinds of characters, which makes passwords worse (NIST SP 800-63B-4, section
 * 3.1.1.2).
 */
public final class PasswordRules {
  public static final int MIN_LENGTH = 12;

  /** Longer ones would only be a way to keep the server busy. */
  public static final int MAX_LENGTH = 128;

  /**
   * The most used ones of enough length in public lists of leaked passwords, in small letters. The
   * list is short: guesses are throttled, and length does the rest.
   */
  private static final Set<String> COMMONEST =
      Set.of(
          "000000000000",
          "111111111111",
          "121212121212",
          "123123123123",
          "123456123456",
          "1234567890ab",
          "1234567890qw",
          "1234567890qwe",
          "123456789012",
          "1234567891011",
          "123456789123",
          "123456789abc",
          "1q2w3e4r5t6y",
          "1q2w3e4r5t6y7u",
          "1qaz2wsx3edc",
          "1qaz2wsx3edc4rfv",
          "abc123abc123",
          "abcdefghijkl",
          "administrator",
          "aaaaaaaaaaaa",
          "changeme1234",
          "iloveyou1234",
          "letmein12345",
          "password1234",
          "password12345",
          "password123456",
          "passwordpassword",
          "q1w2e3r4t5y6",
          "qazwsxedcrfv",
          "qwerty123456",
          "qwertyqwerty",
          "qwertyuiop12",
          "qwertyuiop123",
          "qwertyuiopasdfgh",
          "unknownunknown",
          "welcome12345",
          "zxcvbnmasdfghjkl");

  /** Without 0, 1, l and o, which people mistake for each other. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 5;

  private static final SecureRandom RANDOM = new SecureRandom();

  private PasswordRules() {}

  /**
   * Adds what is wrong with a new password.
   *
   * @param email canonical, of the account that gets it
   */
  public static void check(String field, String password, String email, List<Violation> found) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      String bounds = MIN_LENGTH + " to " + MAX_LENGTH + " characters";
      found.add(new Violation(field, "must have " + bounds + "; a few words make a good one"));
      return;
    }
    String small = password.strip().toLowerCase(Locale.ROOT);
    if (small.equals(email)) {
      found.add(new Violation(field, "must not be the e-mail address"));
    } else if (COMMONEST.contains(small)) {
      found.add(new Violation(field, "must not be one that everybody uses; choose another"));
    }
  }

  /** A password of 100 random bits that can be read out on the telephone. */
  public static String generate() {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
      if (i > 0 && i % GROUP_LENGTH == 0) {
        made.append('-');
      }
      made.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return made.toString();
  }
}
