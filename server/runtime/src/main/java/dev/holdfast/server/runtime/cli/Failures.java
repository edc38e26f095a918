package dev.holdfast.server.runtime.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints why a command failed as one sentence; a stack trace only for what nobody foresaw. */
public final class Failures implements IExecutionExceptionHandler {
  /** The exit status of a command that could not be done. */
  public static final int FAILED = 2;

  @Override
  public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed)
      throws Exception {
    if (failed instanceof CommandFailure) {
      System.err.println(failed.getMessage());
      return FAILED;
    }
    throw failed;
  }
}
