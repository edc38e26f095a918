package dev.holdfast.application.access;

/** Too many passwords are being checked; nothing was done. Carries no stack trace. */
public final class TooBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooBusyException() {
    super("too many passwords are being checked", null, false, false);
  }
}
