package dev.holdfast.lab;

import dev.holdfast.lab.generate.GenerateCommand;
import dev.holdfast.lab.stage.LabCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program behind {@code ./holdfast generate} and {@code ./holdfast lab}. */
@Command(
    name = "./holdfast",
    description = "Generates orders, and measures reports over them stage by stage.",
    subcommands = {GenerateCommand.class, LabCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class Lab {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  private Lab() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line; errors that name their mend are shown without a stack trace. */
  static CommandLine commandLine() {
    return new CommandLine(new Lab()).setExecutionExceptionHandler(Lab::explain);
  }

  private static int explain(
      Exception failed, CommandLine command, CommandLine.ParseResult parsed) {
    if (failed instanceof LabException) {
      command.getErr().println(failed.getMessage());
    } else {
      failed.printStackTrace(command.getErr());
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
