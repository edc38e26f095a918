package dev.holdfast.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers of HTTP/1.1 with status 200 and a Content-Length. */
public final class HttpFraming implements Framing {
  private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);
  private static final int LOWER_CASE = 0x20;

  @Override
  public int end(byte[] bytes, int from, int to) throws IOException {
    int line = from;
    int length = -1;
    for (int at = from; at < to; at++) {
      if (bytes[at] != '\n') {
        continue;
      }
      if (at - line <= 1) {
        return finish(bytes, from, to, at + 1, length);
      }
      if ((bytes[line] | LOWER_CASE) == 'c' && isLength(bytes, line, at)) {
        length = number(bytes, line + LENGTH.length, at);
      }
      line = at + 1;
    }
    return -1;
  }

  private static int finish(byte[] bytes, int from, int to, int body, int length)
      throws IOException {
    for (int i = 0; i < OK.length; i++) {
      if (bytes[from + i] != OK[i]) {
        String head = new String(bytes, from, Math.min(600, to - from), StandardCharsets.UTF_8);
        throw new IOException("an answer that is not 200: " + head);
      }
    }
    if (length < 0) {
      throw new MalformedResponse("a response without Content-Length");
    }
    return body + length <= to ? body + length : -1;
  }

  private static boolean isLength(byte[] bytes, int from, int to) {
    if (to - from <= LENGTH.length) {
      return false;
    }
    for (int i = 0; i < LENGTH.length; i++) {
      int wanted = LENGTH[i];
      int there = bytes[from + i];
      if (there != wanted && (there | LOWER_CASE) != wanted) {
        return false;
      }
    }
    return true;
  }

  private static int number(byte[] bytes, int from, int to) {
    int value = 0;
    for (int at = from; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      value = value * 10 + bytes[at] - '0';
    }
    return value;
  }
}
