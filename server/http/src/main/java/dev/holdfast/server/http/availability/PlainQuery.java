package dev.holdfast.server.http.availability;

import dev.holdfast.domain.catalogue.CodeRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plainest queries straight from their bytes: {@code {"skus":["A","B"],"location":"L"}}
 * with the fields in this order, the second one or not. Whatever is not exactly that is left to the
 * strict reader, which knows what to complain about.
 */
final class PlainQuery {
  private static final byte[] SKUS = "\"skus\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LOCATION = "\"location\"".getBytes(StandardCharsets.US_ASCII);

  /** Which ASCII characters a code may hold, and which it may start with: by its own rules. */
  private static final boolean[] CODE = new boolean[128];

  private static final boolean[] FIRST = new boolean[128];

  static {
    for (int i = 0; i < CODE.length; i++) {
      CODE[i] = CodeRules.isCode("0" + (char) i);
      FIRST[i] = CodeRules.isCode(String.valueOf((char) i));
    }
  }

  private final byte[] body;
  private int at;

  private PlainQuery(byte[] body) {
    this.body = body;
  }

  /** The query; null when it is not a plain one. */
  static @Nullable QueryBody read(byte[] body) {
    return new PlainQuery(body).query();
  }

  private @Nullable QueryBody query() {
    if (!next('{') || !next(SKUS) || !next(':') || !next('[')) {
      return null;
    }
    List<String> skus = new ArrayList<>(64);
    do {
      String code = code();
      if (code == null || skus.size() == QueryBody.MAX_SKUS) {
        return null;
      }
      skus.add(code);
    } while (next(','));
    if (!next(']')) {
      return null;
    }
    String location = null;
    if (next(',')) {
      location = next(LOCATION) && next(':') ? code() : null;
      if (location == null) {
        return null;
      }
    }
    return next('}') && isOver() ? QueryBody.plain(skus, location) : null;
  }

  private void skipSpace() {
    while (at < body.length
        && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
      at++;
    }
  }

  private boolean isOver() {
    skipSpace();
    return at == body.length;
  }

  private boolean next(char one) {
    skipSpace();
    if (at < body.length && body[at] == one) {
      at++;
      return true;
    }
    return false;
  }

  private boolean next(byte[] word) {
    skipSpace();
    if (body.length - at < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (body[at + i] != word[i]) {
        return false;
      }
    }
    at += word.length;
    return true;
  }

  /** A text in quotes that can be a code; null for any other. */
  @SuppressWarnings("deprecation") // The one way to read ASCII without a decoder in between.
  private @Nullable String code() {
    if (!next('"')) {
      return null;
    }
    int start = at;
    int end = Math.min(body.length, start + CodeRules.MAX_LENGTH + 1);
    while (at < end && body[at] >= 0 && CODE[body[at]]) {
      at++;
    }
    int length = at - start;
    boolean isCode = length > 0 && length <= CodeRules.MAX_LENGTH && FIRST[body[start]];
    if (!isCode || at == body.length || body[at++] != '"') {
      return null;
    }
    return new String(body, 0, start, length);
  }
}
