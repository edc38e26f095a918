package dev.holdfast.application.access;

import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.TextRules;
import dev.holdfast.domain.catalogue.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the names of keys, clients and accounts must be. */
public final class AccessRules {
  /** The most characters of a key's or a client's name. */
  public static final int MAX_NAME = 100;

  /**
   * The longest address that mail can be sent to (RFC 5321, section 4.5.3.1.3, less its brackets).
   */
  public static final int MAX_EMAIL = 254;

  /** One @ among visible ASCII characters: what every mail system agrees on. */
  private static final Pattern EMAIL = Pattern.compile("[!-?A-~]{1,64}@[!-?A-~]{1,189}");

  private static final Pattern CLIENT_CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  private static final String ROLES =
      Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", "));

  /** Everybody on the internet shops; none of them has an account. */
  private static final String ACCOUNT_ROLES =
      Arrays.stream(Role.values())
          .filter(role -> role != Role.SHOPPER)
          .map(Role::label)
          .collect(Collectors.joining(", "));

  private AccessRules() {}

  /** Adds what is wrong with the name of a key or client. */
  public static void checkName(String name, List<Violation> found) {
    TextRules.check("name", name, 1, MAX_NAME, found);
  }

  /** The role of a label; adds a violation where there is none. */
  public static Optional<Role> checkRole(String label, List<Violation> found) {
    Optional<Role> role = Role.ofLabel(label);
    if (role.isEmpty()) {
      found.add(new Violation("role", "must be one of " + ROLES));
    }
    return role;
  }

  /** The role of a label that a person can have; adds a violation where there is none. */
  public static Optional<Role> checkAccountRole(String label, List<Violation> found) {
    Optional<Role> role = Role.ofLabel(label).filter(known -> known != Role.SHOPPER);
    if (role.isEmpty()) {
      found.add(new Violation("role", "must be one of " + ACCOUNT_ROLES));
    }
    return role;
  }

  /** An e-mail address as accounts have it: people do not tell capital letters from small ones. */
  public static String canonicalEmail(String typed) {
    return typed.toLowerCase(Locale.ROOT);
  }

  /**
   * Adds what is wrong with a canonical e-mail address. Only a letter would prove that it works.
   */
  public static void checkEmail(String email, List<Violation> found) {
    if (!isEmail(email)) {
      found.add(new Violation("email", "must be an e-mail address such as ann@example.com"));
    }
  }

  /** Whether any account can have this canonical e-mail address. */
  static boolean isEmail(String email) {
    return email.length() <= MAX_EMAIL && EMAIL.matcher(email).matches();
  }

  /** Adds what is wrong with a client's code. */
  public static void checkClientCode(String code, List<Violation> found) {
    if (!isClientCode(code)) {
      found.add(
          new Violation(
              "code",
              "must be 1 to 32 small letters, digits or dashes, and start with a letter or digit"));
    }
  }

  /** Whether any client can have this code. */
  public static boolean isClientCode(String text) {
    return CLIENT_CODE.matcher(text).matches();
  }
}
