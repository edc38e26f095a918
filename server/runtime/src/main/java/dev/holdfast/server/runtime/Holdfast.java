package dev.holdfast.server.runtime;

import dev.holdfast.server.runtime.cli.AccountsCommand;
import dev.holdfast.server.runtime.cli.ClientsCommand;
import dev.holdfast.server.runtime.cli.ConfigCommand;
import dev.holdfast.server.runtime.cli.ExportCommand;
import dev.holdfast.server.runtime.cli.Failures;
import dev.holdfast.server.runtime.cli.ImportCommand;
import dev.holdfast.server.runtime.cli.KeysCommand;
import dev.holdfast.server.runtime.cli.ReportCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code holdfast serve} and the commands that talk to a running server. */
@Command(
    name = "holdfast",
    description = "Stock that never lies.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ServeCommand.class,
      ConfigCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      ReportCommand.class,
      KeysCommand.class,
      AccountsCommand.class,
      ClientsCommand.class
    })
public final class Holdfast implements Runnable {
  public static void main(String[] arguments) {
    System.exit(program().execute(arguments));
  }

  private static CommandLine program() {
    return new CommandLine(new Holdfast()).setExecutionExceptionHandler(new Failures());
  }

  @Override
  public void run() {
    new CommandLine(this).usage(System.out);
  }
}
