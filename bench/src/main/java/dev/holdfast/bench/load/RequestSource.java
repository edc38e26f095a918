package dev.holdfast.bench.load;

import java.nio.ByteBuffer;

/**
 * A request source writes the requests of a run, each complete with head and body. One source
 * serves all threads of the generator, so it holds no state that changes.
 */
public interface RequestSource {

  /**
   * Writes request {@code number} into a cleared buffer of {@link LoadPlan#REQUEST_BYTES} bytes.
   * The same number always gives the same bytes; each number is asked for once per run.
   */
  void write(long number, ByteBuffer target);
}
