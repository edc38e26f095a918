package dev.holdfast.server.http.availability;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON being written, as bytes: no text in between, because it is on the path of every lookup. */
final class JsonBytes {
  /** Of the longest number in digits: a long with its sign and a decimal point. */
  private static final int MAX_NUMBER = 21;

  private byte[] bytes;
  private int length;

  JsonBytes(int expected) {
    bytes = new byte[expected];
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }

  JsonBytes raw(byte[] ready) {
    room(ready.length);
    System.arraycopy(ready, 0, bytes, length, ready.length);
    length += ready.length;
    return this;
  }

  /** Begins anew in the same memory. */
  JsonBytes clear() {
    length = 0;
    return this;
  }

  JsonBytes comma() {
    room(1);
    bytes[length++] = ',';
    return this;
  }

  /** Characters of ASCII that JSON need not escape. */
  @SuppressWarnings("deprecation") // The one way to copy ASCII without an array in between.
  JsonBytes ascii(String text) {
    int more = text.length();
    room(more);
    text.getBytes(0, more, bytes, length);
    length += more;
    return this;
  }

  /** Any text, in quotes. */
  JsonBytes quoted(String text) {
    return ascii("\"").raw(JsonStringEncoder.getInstance().quoteAsUTF8(text)).ascii("\"");
  }

  /** A number of smallest units as a decimal with so many decimals. */
  JsonBytes decimal(long units, int decimals) {
    room(MAX_NUMBER);
    if (units < 0) {
      return ascii(BigDecimal.valueOf(units, decimals).toPlainString());
    }
    int digits = Math.max(digits(units), decimals + 1);
    int end = length + digits + (decimals == 0 ? 0 : 1);
    long rest = units;
    for (int at = end - 1, written = 0; at >= length; at--, written++) {
      if (written == decimals && decimals > 0) {
        bytes[at] = '.';
      } else {
        bytes[at] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }
    length = end;
    return this;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }

  /** The last byte; 0 when there is none. */
  byte last() {
    return length == 0 ? 0 : bytes[length - 1];
  }

  int length() {
    return length;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  ByteBuf writeTo(ByteBuf target) {
    return target.writeBytes(bytes, 0, length);
  }

  /** The bytes as they are: nothing may be written any more. */
  Buffer toBuffer() {
    return BufferInternal.buffer(Unpooled.wrappedBuffer(bytes, 0, length));
  }

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
