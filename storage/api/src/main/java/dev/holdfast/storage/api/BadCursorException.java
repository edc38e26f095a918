package dev.holdfast.storage.api;

/** A cursor that no page of this list ever gave out. The message names the mend. */
public final class BadCursorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadCursorException() {
    super(
        "The cursor is not one of this list's. Give back the last page's cursor as it is, or leave"
            + " it out to start from the beginning.");
  }
}
