package dev.holdfast.bench.load;

import java.nio.ByteBuffer;

/**
 * Reads just enough of an HTTP/1.1 response head: the status, where the body starts, how long it
 * is. Reused for one connection, so that an answer allocates nothing.
 */
final class ResponseHead {
  private static final byte[] CONTENT_LENGTH = lower("content-length:");
  private static final byte[] CHUNKED = lower("transfer-encoding:");
  private static final int STATUS_AT = 9;
  private static final int LOWER_CASE = 0x20;

  private int status;
  private int bodyStart;
  private int bodyLength;

  int status() {
    return status;
  }

  int bodyStart() {
    return bodyStart;
  }

  int bodyLength() {
    return bodyLength;
  }

  /** Length of the whole response in bytes. */
  int totalLength() {
    return bodyStart + bodyLength;
  }

  /**
   * Parses the bytes from 0 up to the position.
   *
   * @return false if the head is not complete yet
   * @throws MalformedResponse if this is no response with a Content-Length
   */
  boolean parse(ByteBuffer in) throws MalformedResponse {
    int end = in.position();
    bodyLength = -1;
    int lineStart = 0;
    for (int at = 0; at < end; at++) {
      if (in.get(at) != '\n') {
        continue;
      }
      if (at - lineStart <= 1) {
        bodyStart = at + 1;
        status = statusOf(in);
        requireLength();
        return true;
      }
      readHeader(in, lineStart, at);
      lineStart = at + 1;
    }
    return false;
  }

  private void readHeader(ByteBuffer in, int from, int to) throws MalformedResponse {
    byte first = (byte) (in.get(from) | LOWER_CASE);
    if (first == 'c' && matches(in, from, to, CONTENT_LENGTH)) {
      bodyLength = digits(in, from + CONTENT_LENGTH.length, to);
    } else if (first == 't' && matches(in, from, to, CHUNKED)) {
      throw new MalformedResponse("a response without Content-Length (chunked)");
    }
  }

  /** 204 and 304 have no body and need no length. */
  private void requireLength() throws MalformedResponse {
    if (bodyLength < 0) {
      if (status != 204 && status != 304) {
        throw new MalformedResponse("a response " + status + " without Content-Length");
      }
      bodyLength = 0;
    }
  }

  private static int statusOf(ByteBuffer in) throws MalformedResponse {
    int status = 0;
    for (int at = STATUS_AT; at < STATUS_AT + 3; at++) {
      int digit = in.get(at) - '0';
      if (digit < 0 || digit > 9) {
        throw new MalformedResponse("a first line without a status");
      }
      status = status * 10 + digit;
    }
    return status;
  }

  private static boolean matches(ByteBuffer in, int from, int to, byte[] name) {
    if (to - from < name.length) {
      return false;
    }
    for (int at = 0; at < name.length; at++) {
      if ((in.get(from + at) | LOWER_CASE) != name[at]) {
        return false;
      }
    }
    return true;
  }

  private static int digits(ByteBuffer in, int from, int to) {
    int value = 0;
    for (int at = from; at < to; at++) {
      int digit = in.get(at) - '0';
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
      }
    }
    return value;
  }

  /** The name with the bit set that {@link #matches} sets in every byte it compares. */
  private static byte[] lower(String name) {
    byte[] bytes = new byte[name.length()];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) (name.charAt(at) | LOWER_CASE);
    }
    return bytes;
  }
}
