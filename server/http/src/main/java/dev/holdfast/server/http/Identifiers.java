package dev.holdfast.server.http;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Identifiers in bodies and queries, read as strictly as the contract writes them. */
public final class Identifiers {
  private Identifiers() {}

  /** The UUID of a text of RFC 9562, 36 characters; null where it is none. */
  public static @Nullable UUID parse(String text) {
    try {
      UUID id = UUID.fromString(text);
      // The JDK also takes 1-2-3-4-5.
      return id.toString().equals(text.toLowerCase(Locale.ROOT)) ? id : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }
}
