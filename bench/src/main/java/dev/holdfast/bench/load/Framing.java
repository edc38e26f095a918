package dev.holdfast.bench.load;

import java.io.IOException;

/** Where one answer of a protocol ends and the next begins. */
public interface Framing {
  /**
   * The end of the answer that starts at an index; -1 while it is not complete.
   *
   * @throws IOException when these bytes are no answer, or one that reports a failure
   */
  int end(byte[] bytes, int from, int to) throws IOException;
}
