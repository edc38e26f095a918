package dev.holdfast.lab.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Writes rows of CSV as bytes, without a string in between. Whole rows go to the target when {@link
 * #SIZE} bytes have come together. For one thread.
 */
public final class RowBuffer {
  private static final int SIZE = 1 << 20;

  /** No row is longer, so the buffer is looked at once per row. */
  private static final int LONGEST_ROW = 1 << 14;

  private static final int DAY_SECONDS = 86_400;
  private static final int DATE_BYTES = 10;
  private static final int CACHED_DATES = 64;
  private static final byte[] DIGIT_PAIRS = digitPairs();

  private OutputStream target;
  private final byte[] bytes = new byte[SIZE + LONGEST_ROW];
  private final byte[] dates = new byte[CACHED_DATES * DATE_BYTES];
  private final long[] dateOf = new long[CACHED_DATES];
  private int length;
  private long written;

  public RowBuffer(OutputStream target) {
    this.target = target;
    Arrays.fill(dateOf, Long.MIN_VALUE);
  }

  /** Goes on with another target, and counts from 0. */
  void to(OutputStream next) {
    target = next;
    length = 0;
    written = 0;
  }

  private static byte[] digitPairs() {
    byte[] pairs = new byte[200];
    for (int i = 0; i < 100; i++) {
      pairs[2 * i] = (byte) ('0' + i / 10);
      pairs[2 * i + 1] = (byte) ('0' + i % 10);
    }
    return pairs;
  }

  RowBuffer comma() {
    bytes[length++] = ',';
    return this;
  }

  /** Bytes that were prepared. */
  RowBuffer raw(byte[] text) {
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
    return this;
  }

  /** Text without anything that CSV would have to quote. */
  @SuppressWarnings("deprecation") // the low bytes are all there is, and it is the fastest way
  RowBuffer ascii(String text) {
    text.getBytes(0, text.length(), bytes, length);
    length += text.length();
    return this;
  }

  /** Any text, quoted where CSV asks for it. */
  RowBuffer text(String text) {
    boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
    String cell = plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    return raw(cell.getBytes(StandardCharsets.UTF_8));
  }

  RowBuffer number(long value) {
    if (value < 0) {
      bytes[length++] = '-';
      return number(-value);
    }
    if (value < 10) {
      bytes[length++] = (byte) ('0' + value);
      return this;
    }
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    return padded(value, digits);
  }

  /** With leading zeros. */
  RowBuffer padded(long value, int digits) {
    long rest = value;
    int at = length + digits;
    while (at - 2 >= length) {
      int pair = (int) (rest % 100) * 2;
      rest /= 100;
      bytes[--at] = DIGIT_PAIRS[pair + 1];
      bytes[--at] = DIGIT_PAIRS[pair];
    }
    if (at > length) {
      bytes[--at] = (byte) ('0' + rest % 10);
    }
    length += digits;
    return this;
  }

  /** A day since 1970: {@code 2026-11-20}. */
  RowBuffer date(long epochDay) {
    int slot = (int) (epochDay & CACHED_DATES - 1);
    if (dateOf[slot] != epochDay) {
      String text = LocalDate.ofEpochDay(epochDay).toString();
      System.arraycopy(
          text.getBytes(StandardCharsets.US_ASCII), 0, dates, slot * DATE_BYTES, DATE_BYTES);
      dateOf[slot] = epochDay;
    }
    System.arraycopy(dates, slot * DATE_BYTES, bytes, length, DATE_BYTES);
    length += DATE_BYTES;
    return this;
  }

  /** A second since 1970: {@code 2026-11-20T14:05:09Z}. */
  RowBuffer instant(long epochSecond) {
    date(Math.floorDiv(epochSecond, DAY_SECONDS));
    int second = (int) Math.floorMod(epochSecond, (long) DAY_SECONDS);
    bytes[length++] = 'T';
    padded(second / 3_600, 2);
    bytes[length++] = ':';
    padded(second / 60 % 60, 2);
    bytes[length++] = ':';
    padded(second % 60, 2);
    bytes[length++] = 'Z';
    return this;
  }

  void endRow() {
    bytes[length++] = '\n';
    if (length >= SIZE) {
      flush();
    }
  }

  /** Gives the target what is left. */
  public void flush() {
    try {
      target.write(bytes, 0, length);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    written += length;
    length = 0;
  }

  /** Bytes so far. */
  public long written() {
    return written + length;
  }
}
