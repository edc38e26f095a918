package dev.holdfast.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers of Redis to MGET, in the protocol RESP2: {@code *N}, then N times {@code $LENGTH} and so
 * many bytes. A missing key is a failure here: it would be faster to answer than a found one.
 */
public final class RedisFraming implements Framing {
  @Override
  public int end(byte[] bytes, int from, int to) throws IOException {
    if (from >= to) {
      return -1;
    }
    if (bytes[from] != '*') {
      throw new IOException(
          "not what MGET answers: "
              + new String(bytes, from, Math.min(200, to - from), StandardCharsets.UTF_8));
    }
    int at = lineEnd(bytes, from, to);
    if (at < 0) {
      return -1;
    }
    int items = number(bytes, from + 1);
    for (int item = 0; item < items; item++) {
      int line = at;
      at = lineEnd(bytes, line, to);
      if (at < 0) {
        return -1;
      }
      if (bytes[line] != '$' || bytes[line + 1] == '-') {
        throw new IOException("Redis lacks a key that was put there");
      }
      at += number(bytes, line + 1) + 2;
      if (at > to) {
        return -1;
      }
    }
    return at;
  }

  private static int lineEnd(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n') {
        return at + 1;
      }
    }
    return -1;
  }

  private static int number(byte[] bytes, int from) {
    int value = 0;
    for (int at = from; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      value = value * 10 + bytes[at] - '0';
    }
    return value;
  }
}
