package dev.holdfast.server.http.availability;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The codes that a query names, as places in its bytes: none becomes a text of its own before it
 * turns out to be unknown. Filled anew by every query of one event loop.
 */
final class AskedCodes {
  private final int[] starts = new int[QueryBody.MAX_SKUS];
  private final int[] lengths = new int[QueryBody.MAX_SKUS];
  private final int[] hashes = new int[QueryBody.MAX_SKUS];
  private byte[] bytes = {};
  private @Nullable List<String> texts;
  private int count;

  /** Forgets all codes; the next ones are in these bytes, which must not change. */
  void begin(byte[] in) {
    bytes = in;
    texts = null;
    count = 0;
  }

  /** Whether one more has room. */
  boolean hasRoom() {
    return count < QueryBody.MAX_SKUS;
  }

  /**
   * Adds a code of the bytes.
   *
   * @param hash as {@link #hash} tells it
   */
  void add(int start, int length, int hash) {
    starts[count] = start;
    lengths[count] = length;
    hashes[count] = hash;
    count++;
  }

  /** Forgets all codes and takes these texts, which may be none of a code. */
  void take(List<String> all) {
    byte[] joined = String.join("", all).getBytes(StandardCharsets.UTF_8);
    begin(joined);
    int start = 0;
    for (String text : all) {
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      add(start, length, hash(joined, start, length));
      start += length;
    }
    texts = all;
  }

  int size() {
    return count;
  }

  int hashOf(int index) {
    return hashes[index];
  }

  int lengthOf(int index) {
    return lengths[index];
  }

  /** Whether a code stands at a place of other bytes. */
  boolean isAt(int index, byte[] other, int place) {
    int start = starts[index];
    int length = lengths[index];
    return other.length - place >= length
        && Arrays.equals(bytes, start, start + length, other, place, place + length);
  }

  String text(int index) {
    return texts == null
        ? new String(bytes, starts[index], lengths[index], StandardCharsets.UTF_8)
        : texts.get(index);
  }

  static int hash(byte[] in, int start, int length) {
    int hash = 0;
    for (int i = start; i < start + length; i++) {
      hash = hash * 31 + in[i];
    }
    return hash;
  }
}
