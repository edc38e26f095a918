package dev.holdfast.server.runtime.cli;

/** Ends a command with one sentence for its user, the mend included. */
final class CommandFailure extends Exception {
  private static final long serialVersionUID = 1L;

  CommandFailure(String sentence) {
    super(sentence, null, false, false);
  }
}
