package dev.holdfast.lab.generate;

import dev.holdfast.lab.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./holdfast generate}. */
@Command(
    name = "generate",
    description = {
      "Writes orders of many clients, one file per day and client, with the day's stock movements",
      "and walks beside it. The same parameters give the same bytes."
    })
public final class GenerateCommand implements Callable<Integer> {
  private enum Format {
    CSV,
    IMPORT
  }

  private static final int MAX_THREADS = 64;

  @Mixin private DemandOptions demandOptions = new DemandOptions();

  @Option(
      names = "--to",
      defaultValue = "generated",
      description = "Folder to write to; default: ${DEFAULT-VALUE}.")
  private Path to = Path.of("generated");

  @Option(
      names = "--format",
      defaultValue = "csv",
      description =
          "csv: everything reports need. import: what ./holdfast import orders takes (whole units).")
  private String format = "csv";

  @Option(names = "--threads", description = "How many write; default: one per processor.")
  private @Nullable Integer threads;

  @Option(names = "--no-baseline", description = "Leave out the naive writer beside which it runs.")
  private boolean noBaseline;

  @Override
  public Integer call() throws IOException {
    Demand demand = demandOptions.demand(LocalDate.now(java.time.ZoneOffset.UTC));
    Format chosen = format();
    int writers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (writers < 1 || writers > MAX_THREADS) {
      throw new LabException("--threads takes 1 to " + MAX_THREADS + ", not " + writers + ".");
    }
    long orders = demand.orders();
    DiskRoom.need(Files.createDirectories(to), orders * DiskRoom.BYTES_PER_ORDER, "--to");
    System.out.printf(
        Locale.ROOT,
        "%,d orders of %d clients on %d days from %s, seed %d, %d writers%n",
        orders,
        demand.clients(),
        demand.days(),
        demand.from(),
        demand.seed(),
        writers);
    Generation generation =
        new Generation(
            demand, to, writers, chosen == Format.CSV ? CsvFiles::new : ImportFiles::new);
    Generation.Result result = generation.run(true);
    say("written", result);
    if (!noBaseline && chosen == Format.CSV) {
      Generation.Result naive = NaiveRun.measure(demand, to, writers);
      say("naive baseline (String.format, BufferedWriter)", naive);
      System.out.printf(
          Locale.ROOT, "%.1f times the baseline%n", result.perSecond() / naive.perSecond());
    }
    System.out.println("in " + to.toAbsolutePath().normalize());
    return 0;
  }

  private Format format() {
    for (Format each : Format.values()) {
      if (each.name().equalsIgnoreCase(format)) {
        return each;
      }
    }
    throw new LabException("--format is csv or import, not '" + format + "'.");
  }

  private static void say(String what, Generation.Result result) {
    System.out.printf(
        Locale.ROOT,
        "%,.0f orders/s %s: %,d orders, %,d files, %,.1f MB in %.2f s, on disk (fsync) included%n",
        result.perSecond(),
        what,
        result.orders(),
        result.files(),
        result.bytes() / 1e6,
        result.seconds());
  }
}
