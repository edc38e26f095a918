package dev.holdfast.bench.load;

import java.nio.ByteBuffer;

/** Hears every answer, on the generator's thread: whatever it does slows the load down. */
public interface AnswerListener {
  /** Hears nothing. */
  AnswerListener NONE = (number, status, body) -> {};

  /**
   * One request was answered.
   *
   * @param number the number of the request
   * @param status the HTTP status
   * @param body the body, valid only during the call
   */
  void answered(long number, int status, ByteBuffer body);

  /**
   * The same with how long it took.
   *
   * @param nanos from the instant at which the request was due
   */
  default void answered(long number, int status, ByteBuffer body, long nanos) {
    answered(number, status, body);
  }
}
