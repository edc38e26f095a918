package dev.holdfast.bench.view;

import dev.holdfast.bench.instance.Cpus;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import dev.holdfast.bench.report.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a million positions in memory cost, and that nobody who looks one up can tell. */
@Command(
    name = "view",
    description = {
      "Bytes per position, load time and lookup time of the view with more and more positions,",
      "in 1 GiB of heap and on one core with the database."
    })
public final class View extends ReportingCommand {
  private static final int SKUS = 10_000;
  private static final int QUICK_SKUS = 1_000;
  private static final int LOCATIONS = 1_000;
  private static final int LONE_SKUS = 300_000;
  private static final long MILLION = 1_000_000;
  private static final double BAR_BYTES = 64;
  private static final double BAR_FLAT = 1.5;
  private static final double BAR_SECONDS = 10;

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "100000,1000000",
      description = {
        "Positions, from small to large: at least two, each at least 20,000 and at most 10,000,000",
        "(default: ${DEFAULT-VALUE})."
      })
  private List<Integer> sizes = new ArrayList<>();

  @Option(names = "--full", description = "Adds 10,000,000 positions: minutes, 5 GB of disk.")
  private boolean full;

  @Option(
      names = "--rounds",
      defaultValue = "7",
      description = "Rounds in which the sizes take turns (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "2",
      description = "Seconds of lookups per size and round (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private final List<ViewStand> stands = new ArrayList<>();

  @Override
  protected String commandName() {
    return "bench view";
  }

  @Override
  protected void measure(Report report, Progress progress) throws Exception {
    List<Integer> each = eachOf();
    progress.expect(3 * each.size() + (quick() ? 0 : 4) + 1 + turns());
    Cpus.others().keepThisProcess();
    if (!Cpus.canBeChosen()) {
      report.note("Processes could not be kept on a core each: expect noise.");
    }
    try {
      for (int locations : each) {
        stands.add(ViewStand.start(progress, keep(), skus(), LOCATIONS, locations));
      }
      stands.getLast().describe(report);
      lookUp(progress);
    } finally {
      stands.forEach(ViewStand::close);
    }
    sizes(report);
    if (!quick()) {
      lone(report, progress);
    }
  }

  /** Positions of each SKU, for each size. */
  private List<Integer> eachOf() {
    List<Integer> wanted = new ArrayList<>(quick() ? List.of(20_000, 60_000) : sizes);
    if (full) {
      wanted.add(SKUS * LOCATIONS);
    }
    List<Integer> each = wanted.stream().map(size -> size / skus()).distinct().sorted().toList();
    boolean possible =
        each.stream().allMatch(one -> one >= ViewStand.ASKED_LOCATIONS && one <= LOCATIONS);
    if (each.size() < 2 || !possible) {
      throw new ParameterException(
          spec.commandLine(),
          "--sizes is "
              + sizes
              + "; give at least two different ones from 20000 to 10000000, such as"
              + " --sizes 100000,1000000.");
    }
    return each;
  }

  private int skus() {
    return quick() ? QUICK_SKUS : SKUS;
  }

  private int turns() {
    return quick() ? 3 : rounds;
  }

  private void lookUp(Progress progress) throws Exception {
    progress.step("warming every size up");
    for (ViewStand stand : stands) {
      stand.lookUp(quick() ? Duration.ofSeconds(2) : Duration.ofSeconds(15), true);
    }
    for (int turn = 1; turn <= turns(); turn++) {
      progress.step("lookups, round " + turn + " of " + turns());
      for (ViewStand stand : stands) {
        stand.lookUp(quick() ? Duration.ofMillis(500) : Duration.ofSeconds(seconds), false);
      }
    }
  }

  private void sizes(Report report) {
    Table table =
        new Table(
            "positions", "loaded in s", "plain COPY s", "live MB", "p50 us", "p99 us", "CPU us");
    for (ViewStand stand : stands) {
      table.row(
          Numbers.text(stand.positions()),
          seconds(stand.loadSeconds()),
          seconds(stand.copySeconds()),
          Numbers.text(stand.liveBytes() / 1e6),
          Numbers.text(Numbers.micros(stand.p50Nanos())),
          Numbers.text(Numbers.micros(stand.p99Nanos())),
          Numbers.text(Numbers.micros(stand.cpuNanos())));
      String name = "_" + stand.positions();
      report.figure("load_s" + name, stand.loadSeconds());
      report.figure("copy_s" + name, stand.copySeconds());
      report.figure("live_bytes" + name, stand.liveBytes());
      report.figure("lookup_p50_us" + name, Numbers.micros(stand.p50Nanos()));
      report.figure("lookup_cpu_us" + name, Numbers.micros(stand.cpuNanos()));
    }
    report.table(
        "One catalogue of %s SKUs and %s locations, %s"
            .formatted(Numbers.text(skus()), Numbers.text(LOCATIONS), ViewStand.HEAP),
        table);
    judge(report, stands.getFirst(), stands.getLast());
  }

  private void judge(Report report, ViewStand smallest, ViewStand largest) {
    double slope = slope(smallest, largest);
    report.figure("bytes_per_position", slope);
    report.speed("bytes per position, many per SKU", slope, Relation.AT_MOST, BAR_BYTES);
    report.speed(
        "lookup p50, largest / smallest",
        largest.p50Nanos() / smallest.p50Nanos(),
        Relation.AT_MOST,
        BAR_FLAT);
    report.speed(
        "CPU per lookup, largest / smallest",
        largest.cpuNanos() / smallest.cpuNanos(),
        Relation.AT_MOST,
        BAR_FLAT);
    for (ViewStand stand : stands) {
      if (stand.positions() == MILLION) {
        report.speed(
            "seconds to load 1,000,000", stand.loadSeconds(), Relation.LESS_THAN, BAR_SECONDS);
      }
    }
  }

  /** The dearest shape: every SKU has a list of its own for one position. */
  private void lone(Report report, Progress progress) throws Exception {
    try (ViewStand stand = ViewStand.start(progress, keep(), LONE_SKUS, 1, 0)) {
      long without = stand.liveBytes();
      long with = stand.liveBytesWithOneEach(progress);
      double slope = (double) (with - without) / LONE_SKUS;
      report.figure("bytes_per_lone_position", slope);
      report.note("");
      report.note(
          "%s SKUs take %s MB without a position and %s MB in the same process with one each."
              .formatted(
                  Numbers.text(LONE_SKUS), Numbers.text(without / 1e6), Numbers.text(with / 1e6)));
      report.speed("bytes per position, one per SKU", slope, Relation.AT_MOST, BAR_BYTES);
    }
  }

  /** Bytes that one more position costs; the catalogue of both is the same. */
  private static double slope(ViewStand smaller, ViewStand larger) {
    return (double) (larger.liveBytes() - smaller.liveBytes())
        / (larger.positions() - smaller.positions());
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }
}
