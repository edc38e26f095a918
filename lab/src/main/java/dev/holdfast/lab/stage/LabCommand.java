package dev.holdfast.lab.stage;

import dev.holdfast.lab.LabException;
import dev.holdfast.lab.generate.Demand;
import dev.holdfast.lab.generate.DiskRoom;
import dev.holdfast.lab.generate.Postcodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./holdfast lab}. */
@Command(
    name = "lab",
    description = {
      "Loads orders into a database of its own and asks the same eight reports at every stage:",
      "raw, indexed, partitioned, rolled up, on a standby, columnar. Every stage must answer the",
      "same. The result is stored in DATA/lab and shown by the web application."
    })
public final class LabCommand implements Callable<Integer> {
  private static final long QUICK_ROWS = 10_000;
  private static final double QUICK_BUDGET_SECONDS = 0.05;
  private static final long LEAST_ROWS = 1_000;
  private static final long MOST_ROWS = 1_000_000_000;
  private static final int LAST_STAGE = 9;

  /** Four months, so that partitions and paydays have something to show. */
  private static final int DAYS = 120;

  private static final int QUICK_DAYS = 45;
  private static final int CLIENTS = 12;

  @Option(names = "--engine", defaultValue = "postgres", description = "postgres or mongo.")
  private String engine = "postgres";

  @Option(
      names = "--rows",
      description =
          "Order lines by shipment, about; default: 1000000, and 10000 for mongo without"
              + " HOLDFAST_MONGODB_URL.")
  private @Nullable Long rows;

  @Option(
      names = "--stages",
      defaultValue = "0-5",
      description = "First and last, or one; default: ${DEFAULT-VALUE}.")
  private String stages = "0-5";

  @Option(
      names = "--runs",
      defaultValue = "60",
      description =
          "Of every report at every stage, where there is time; default: ${DEFAULT-VALUE}.")
  private int runs;

  @Option(
      names = "--budget",
      defaultValue = "6",
      description = "Seconds for a report at a stage, at least 3 runs; default: ${DEFAULT-VALUE}.")
  private double budgetSeconds;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--keep", description = "Leave the databases' files where they are.")
  private boolean keep;

  @Option(names = "--quick", description = "All stages at 10,000 rows: that it works, no figures.")
  private boolean quick;

  @Option(names = "--data", description = "Folder; default: HOLDFAST_DATA, or data.")
  private @Nullable Path data;

  /** What has to be closed by whoever ends the program. */
  private final AtomicReference<@Nullable Engine> running = new AtomicReference<>();

  @Override
  public Integer call() throws Exception {
    int[] range = range();
    long wanted = rows != null ? rows : Engines.usualRows(engine);
    if (wanted < LEAST_ROWS || wanted > MOST_ROWS) {
      throw new LabException("--rows takes 1,000 to 1,000,000,000, not " + wanted + ".");
    }
    String id =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(ZonedDateTime.now(ZoneOffset.UTC))
            + "-"
            + engine;
    // A short form proves that it works; its figures are nobody's.
    Path folder =
        quick && data == null
            ? Files.createTempDirectory("holdfast-lab")
            : Files.createDirectories(dataFolder().resolve("lab"));
    Path work =
        quick && data == null ? folder : Files.createDirectories(folder.resolve("work-" + id));
    // Also after Ctrl-C: first the servers end, then their files go.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> clean(work), "clean-up"));
    Demanded demanded = Demanded.ofRows(demand(), quick ? QUICK_ROWS : wanted);
    boolean reached;
    try (Engine opened = open(work, demanded)) {
      System.out.printf(
          Locale.ROOT,
          "%s%n%,d orders, about %,d rows, of %d clients on %d days; seed %d%n",
          opened.server(),
          demanded.demand().orders(),
          demanded.rows(),
          demanded.demand().clients(),
          demanded.demand().days(),
          seed);
      LabRun run = new LabRun(opened, demanded, runs, quick ? QUICK_BUDGET_SECONDS : budgetSeconds);
      List<Measured> measured = run.measure(range[0], range[1]);
      reached = quick || !opened.caveat().isEmpty() || run.bar(measured);
      System.out.println("Stored: " + run.store(id, measured, folder));
    }
    running.set(null);
    return reached ? 0 : 3;
  }

  /** Small numbers keep their shape: a largest client far ahead of the smallest. */
  private Demand demand() {
    int days = quick ? QUICK_DAYS : DAYS;
    LocalDate from = LocalDate.of(2026, 11, 21).minusDays(days);
    return new Demand(
        seed,
        CLIENTS,
        from,
        days,
        300,
        100_000,
        1,
        2.5,
        0.3,
        0.9,
        2_000,
        List.of(),
        Postcodes.own());
  }

  private Engine open(Path work, Demanded demanded) throws Exception {
    Engine opened = Engines.open(engine, work);
    running.set(opened);
    try {
      DiskRoom.need(work, demanded.rows() * opened.bytesPerRow(), "--data");
      return opened;
    } catch (LabException | IOException small) {
      running.set(null);
      opened.close();
      throw small;
    }
  }

  private Path dataFolder() {
    String environment = System.getenv("HOLDFAST_DATA");
    if (data != null) {
      return data;
    }
    return Path.of(environment == null || environment.isBlank() ? "data" : environment);
  }

  private int[] range() {
    String[] ends = stages.split("-", -1);
    try {
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      if (ends.length <= 2 && first >= 0 && first <= last && last <= LAST_STAGE) {
        return new int[] {first, last};
      }
    } catch (NumberFormatException wrong) {
      throw new LabException("--stages takes 0-5, 3 or 1-3, not '" + stages + "'.", wrong);
    }
    throw new LabException("--stages takes 0-5, 3 or 1-3, not '" + stages + "'.");
  }

  private void clean(Path work) {
    Engine open = running.getAndSet(null);
    if (open != null) {
      try {
        open.close();
      } catch (IOException | RuntimeException stuck) {
        System.err.println("Could not stop the servers of " + work + ": " + stuck.getMessage());
        return;
      }
    }
    if (keep) {
      System.err.println("Kept: " + work);
      return;
    }
    try (Stream<Path> walk = Files.walk(work)) {
      for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException left) {
      System.err.println("Could not remove " + work + ": " + left.getMessage());
    }
  }
}
