package dev.holdfast.server.http.availability;

import dev.holdfast.domain.catalogue.CodeRules;
import java.nio.charset.StandardCharsets;
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

  /** Of the code that was read last, as {@link AskedCodes#hash} tells it. */
  private int hash;

  private PlainQuery(byte[] body) {
    this.body = body;
  }

  /**
   * The query; null when it is not a plain one.
   *
   * @param codes gathers the codes
   */
  static @Nullable QueryBody read(byte[] body, AskedCodes codes) {
    codes.begin(body);
    return new PlainQuery(body).query(codes);
  }

  private @Nullable QueryBody query(AskedCodes codes) {
    if (!next('{') || !next(SKUS) || !next(':') || !next('[')) {
      return null;
    }
    do {
      int start = code();
      if (start < 0 || !codes.hasRoom()) {
        return null;
      }
      codes.add(start, at - 1 - start, hash);
    } while (next(','));
    if (!next(']')) {
      return null;
    }
    String location = null;
    if (next(',')) {
      int start = next(LOCATION) && next(':') ? code() : -1;
      if (start < 0) {
        return null;
      }
      location = ascii(start, at - 1 - start);
    }
    return next('}') && isOver() ? QueryBody.at(location) : null;
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

  /**
   * Where the code starts that stands here in quotes; -1 for any other text. Afterwards {@link #at}
   * is behind its last quote and {@link #hash} tells its hash.
   */
  private int code() {
    if (!next('"')) {
      return -1;
    }
    int start = at;
    int end = Math.min(body.length, start + CodeRules.MAX_LENGTH + 1);
    int sum = 0;
    int i = start;
    for (; i < end && body[i] >= 0 && CODE[body[i]]; i++) {
      sum = sum * 31 + body[i];
    }
    int length = i - start;
    boolean isCode = length > 0 && length <= CodeRules.MAX_LENGTH && FIRST[body[start]];
    if (!isCode || i == body.length || body[i] != '"') {
      return -1;
    }
    hash = sum;
    at = i + 1;
    return start;
  }

  @SuppressWarnings("deprecation") // The one way to read ASCII without a decoder in between.
  private String ascii(int start, int length) {
    return new String(body, 0, start, length);
  }
}
