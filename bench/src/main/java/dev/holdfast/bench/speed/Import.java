package dev.holdfast.bench.speed;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.instance.Stock;
import dev.holdfast.bench.naive.CopyBaseline;
import dev.holdfast.bench.naive.CopyBaseline.Target;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import dev.holdfast.bench.report.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A million rows of stock through the API, beside a plain COPY of the same file. */
@Command(
    name = "import",
    description = "Rows per second of a stock import, against COPY of the same file.")
final class Import extends ReportingCommand {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int QUICK_ROWS = 20_000;
  private static final int BAR_ROWS = 1_000_000;
  private static final double BAR_SECONDS = 60;
  private static final double BAR_RATIO = 0.25;

  @Option(
      names = "--rows",
      defaultValue = "1000000",
      description = "Rows of the file (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Rounds in which both sides take turns (default: ${DEFAULT-VALUE}).")
  private int rounds;

  private final List<Double> plain = new ArrayList<>();
  private final List<Double> keyed = new ArrayList<>();
  private final List<Double> imported = new ArrayList<>();

  @Override
  protected String commandName() {
    return "bench import";
  }

  @Override
  protected void measure(Report report, Progress progress) throws Exception {
    int turns = quick() ? 1 : rounds;
    progress.expect(3 + 2 * turns);
    try (Instance instance = Instance.start(progress, keep());
        Api api = instance.api()) {
      instance.describe(report);
      StockFile first = StockFile.ofRound(0, quick() ? Math.min(rows, QUICK_ROWS) : rows);
      progress.step("importing " + first.skus() + " SKUs");
      Stock stock = new Stock(api);
      long start = System.nanoTime();
      api.importCsv("skus", StockFile.skuFile(first.skus()));
      double skusPerSecond = first.skus() * NANOS_PER_SECOND / (System.nanoTime() - start);
      Path csv = instance.folder().resolve("stock.csv");
      CopyBaseline copy = new CopyBaseline(instance.database());
      for (int turn = 0; turn < turns; turn++) {
        takeTurn(StockFile.ofRound(turn, first.rows()), csv, copy, stock, api, progress);
      }
      progress.step("importing the last file again: every position exists");
      double again = rowsPerSecond(api, csv, first.rows());
      StockFile.Total total = StockFile.Total.of(api.export("stock"));
      judge(report, first, turns, total);
      figures(report, first, again, skusPerSecond);
    }
  }

  private void takeTurn(
      StockFile file, Path csv, CopyBaseline copy, Stock stock, Api api, Progress progress)
      throws Exception {
    file.write(csv);
    stock.addLocations(file.locations());
    progress.step("COPY of " + file.rows() + " rows, without and with a key");
    plain.add(copy.rowsPerSecond(csv, Target.PLAIN));
    keyed.add(copy.rowsPerSecond(csv, Target.KEYED));
    progress.step("import of " + file.rows() + " rows through the API");
    imported.add(rowsPerSecond(api, csv, file.rows()));
  }

  private static double rowsPerSecond(Api api, Path csv, int rows) throws Exception {
    long start = System.nanoTime();
    api.importCsv("stock", csv);
    return rows * NANOS_PER_SECOND / (System.nanoTime() - start);
  }

  private void figures(Report report, StockFile file, double again, double skusPerSecond) {
    double plainRate = median(plain);
    double keyedRate = median(keyed);
    double rate = median(imported);
    Table table = new Table("stock file of " + file.rows() + " rows", "rows/s", "Holdfast is");
    table.row("COPY, no index", Numbers.text(plainRate), times(rate / plainRate));
    table.row("COPY, primary key", Numbers.text(keyedRate), times(rate / keyedRate));
    table.row("import through the API, new positions", Numbers.text(rate), "");
    table.row("the same file once more", Numbers.text(again), "");
    report.table("Rates (medians of the rounds)", table);
    report.figure("rows", file.rows());
    report.figure("copy_plain_rows_per_s", plainRate);
    report.figure("copy_keyed_rows_per_s", keyedRate);
    report.figure("import_rows_per_s", rate);
    report.figure("import_again_rows_per_s", again);
    report.figure("import_skus_per_s", skusPerSecond);
    report.figure("ratio", rate / plainRate);
    report.figure("ratio_keyed", rate / keyedRate);
    report.speed("import rate / plain COPY rate", rate / plainRate, Relation.AT_LEAST, BAR_RATIO);
    report.figure("seconds", file.rows() / rate);
    report.speed("seconds for a million rows", BAR_ROWS / rate, Relation.LESS_THAN, BAR_SECONDS);
  }

  /** Everything that was sent is there, once, also after the same file came twice. */
  private static void judge(Report report, StockFile file, int turns, StockFile.Total total) {
    report.correctness(
        "positions exported", total.rows(), Relation.EXACTLY, (long) turns * file.rows());
    report.correctness(
        "units exported", total.units(), Relation.EXACTLY, (long) turns * file.units());
  }

  private static double median(List<Double> rates) {
    return Numbers.median(rates.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static String times(double ratio) {
    return Numbers.text(ratio) + " x";
  }
}
