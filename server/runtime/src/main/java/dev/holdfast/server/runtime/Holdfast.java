package dev.holdfast.server.runtime;

import dev.holdfast.server.runtime.cli.ConfigCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code holdfast serve} and the commands that talk to a running server. */
@Command(
    name = "holdfast",
    description = "Stock that never lies.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {ServeCommand.class, ConfigCommand.class})
public final class Holdfast implements Runnable {
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Holdfast()).execute(arguments));
  }

  @Override
  public void run() {
    new CommandLine(this).usage(System.out);
  }
}
