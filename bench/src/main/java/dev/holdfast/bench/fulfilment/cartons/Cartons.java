package dev.holdfast.bench.fulfilment.cartons;

import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How few cartons orders need and how full containers get, against the published figures. */
@Command(
    name = "cartons",
    description = {
      "Cartons per order and time to pack on a public set of real orders, and fill of containers on",
      "public loading problems, beside what a reference library reaches; every result is validated."
    })
public final class Cartons extends ReportingCommand {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Pack the orders of items.csv, boxes.csv and expected.csv in this folder.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private @Nullable Path orders;

  @Option(
      names = "--loading",
      paramLabel = "DIR",
      description = "Load the containers of thpack1.txt to thpack7.txt in this folder.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private @Nullable Path loading;

  @Option(
      names = "--millis",
      defaultValue = "900",
      description = "Time for each container, milliseconds (default: ${DEFAULT-VALUE}).")
  private int millis;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  protected String commandName() {
    return "bench cartons";
  }

  @Override
  protected void measure(Report report, Progress progress) {
    if (orders == null && loading == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Nothing to pack: give the folder of the orders with --data DIR, or that of the"
              + " container-loading problems with --loading DIR, or both.");
    }
    if (orders != null) {
      OrderReport.measure(orders, report, progress);
    }
    if (loading != null) {
      LoadingReport.measure(loading, millis, report, progress);
    }
  }
}
