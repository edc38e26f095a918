package dev.holdfast.application.access;

import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.TextRules;
import dev.holdfast.domain.catalogue.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the names of keys and clients must be. */
public final class AccessRules {
  /** The most characters of a key's or a client's name. */
  public static final int MAX_NAME = 100;

  private static final Pattern CLIENT_CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  private static final String ROLES =
      Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", "));

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
