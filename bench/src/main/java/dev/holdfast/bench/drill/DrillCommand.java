package dev.holdfast.bench.drill;

import picocli.CommandLine.Command;

/** The drills: faults on purpose. */
@Command(
    name = "drill",
    description = "Breaks a fresh instance on purpose and looks for damage.",
    subcommands = CrashCommand.class,
    synopsisSubcommandLabel = "COMMAND")
public final class DrillCommand {}
