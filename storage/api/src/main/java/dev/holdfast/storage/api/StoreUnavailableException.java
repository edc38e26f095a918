package dev.holdfast.storage.api;

/** The store could not be asked, or did not answer in time. A read may be repeated. */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
