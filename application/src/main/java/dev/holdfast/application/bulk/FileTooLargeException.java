package dev.holdfast.application.bulk;

/** A file is larger than what one import may be. */
public final class FileTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;

  public FileTooLargeException(String what) {
    super(what, null, false, false);
    this.what = what;
  }

  /** Completes "the file has". */
  public String what() {
    return what;
  }
}
