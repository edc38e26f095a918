package dev.holdfast.bench.instance;

/** A measurement cannot be made; the message says why and what mends it. */
public final class InstanceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InstanceException(String message) {
    super(message);
  }

  public InstanceException(String message, Throwable cause) {
    super(message, cause);
  }
}
