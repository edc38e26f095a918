package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.TextRules;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.Page;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Cursors: the last row's key as text, in base64url so that nobody is tempted to read it. */
final class Cursors {
  private Cursors() {}

  /**
   * The page of rows that were read with one more than its limit.
   *
   * @param key of a row, as the matching reader below takes it back
   */
  static <T> Page<T> page(List<T> oneMore, int limit, Function<T, Object> key) {
    if (oneMore.size() <= limit) {
      return new Page<>(oneMore, null);
    }
    List<T> items = List.copyOf(oneMore.subList(0, limit));
    return new Page<>(items, write(key.apply(items.getLast()).toString()));
  }

  /** The rows to read for a page: one more, to know whether another page follows. */
  static int oneMore(int limit) {
    if (limit < 1 || limit > Page.MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to " + Page.MAX_LIMIT + " rows");
    }
    return limit + 1;
  }

  static String text(String cursor) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      if (TextRules.isPlain(text)) {
        return text;
      }
    } catch (IllegalArgumentException | CharacterCodingException broken) {
      throw new BadCursorException();
    }
    throw new BadCursorException();
  }

  static long number(String cursor) {
    try {
      return Long.parseLong(text(cursor));
    } catch (NumberFormatException broken) {
      throw new BadCursorException();
    }
  }

  static UUID uuid(String cursor) {
    String text = text(cursor);
    try {
      UUID uuid = UUID.fromString(text);
      if (uuid.toString().equals(text)) {
        return uuid;
      }
    } catch (IllegalArgumentException broken) {
      throw new BadCursorException();
    }
    throw new BadCursorException();
  }

  private static String write(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
