package dev.holdfast.bench;

import dev.holdfast.bench.audit.AuditCommand;
import dev.holdfast.bench.drill.DrillCommand;
import dev.holdfast.bench.instance.InstanceException;
import dev.holdfast.bench.race.RaceCommand;
import dev.holdfast.bench.speed.BenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program behind {@code ./holdfast bench}, {@code race}, {@code drill} and {@code audit}. */
@Command(
    name = "./holdfast",
    description = "Shows what Holdfast promises: speed, races, crashes and clean books.",
    subcommands = {BenchCommand.class, RaceCommand.class, DrillCommand.class, AuditCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class Bench {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  private Bench() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line; errors that name their mend are shown without a stack trace. */
  static CommandLine commandLine() {
    return new CommandLine(new Bench()).setExecutionExceptionHandler(Bench::explain);
  }

  private static int explain(
      Exception failed, CommandLine command, CommandLine.ParseResult parsed) {
    if (failed instanceof InstanceException) {
      command.getErr().println(failed.getMessage());
    } else {
      failed.printStackTrace(command.getErr());
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
