package dev.holdfast.server.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.application.bulk.ImportKind;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a file in: CSV, or JSON lines of orders. */
@Command(
    name = "import",
    description = {
      "Import SKUs, locations, stock or orders from a CSV file, or tariffs from a folder of them.",
      "All of the file is taken or nothing; --skip-bad takes the good rows. Bad rows are written to"
          + " FILE.rejects.csv.",
      "",
      "Columns, in any order (*: may be missing):",
      "  skus       code,name,barcodes*,unit,scale,category,",
      "             length_mm*,width_mm*,height_mm*,weight_g*",
      "  locations  code,name,kind,region,latitude,longitude,time_zone,address",
      "  stock      sku,location,quantity,safety_stock*   (quantity: what is physically there)",
      "  orders     number,sku,quantity,name*,address*,postcode,country,residential*,promised*",
      "             (one row per line of an order)",
      "",
      "orders also takes JSON lines (FILE.jsonl or FILE.ndjson), each a body of POST /v1/orders with"
          + " a number. Each order is placed or left out by itself, as if with --skip-bad, and the same"
          + " order twice is placed once.",
      "",
      "tariffs takes a folder with tariffs.csv, zones.csv, bands.csv, surcharges.csv, calendars.csv,"
          + " transit.csv and holidays.csv; a sheet that is missing stays as it is. Their columns are"
          + " in docs/reference/tariffs.md.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every row was imported",
      "1:there are bad rows",
      "2:the import could not be done"
    },
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
  private static final int ALL_GOOD = 0;
  private static final int BAD_ROWS = 1;

  private static final String CSV = "text/csv";
  private static final String JSON_LINES = "application/x-ndjson";

  /** The one kind that is a folder of files. */
  static final String TARIFFS = "tariffs";

  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = "skus, locations, stock, orders or tariffs")
  private String kind = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "the CSV file, UTF-8; of orders also .jsonl; of tariffs, the folder")
  private Path file = Path.of("");

  @Option(names = "--skip-bad", description = "Import the good rows and leave the bad ones out.")
  private boolean skipBad;

  @Option(names = "--dry-run", description = "Only check, change nothing (tariffs).")
  private boolean dryRun;

  @Override
  public Integer call() throws CommandFailure {
    if (kind.equals(TARIFFS)) {
      return new TariffFolder(file, server, System.out).bringIn(dryRun);
    }
    if (dryRun) {
      throw new CommandFailure("Only tariffs have a dry run; leave --dry-run out.");
    }
    ImportKind wanted =
        ImportKind.ofLabel(kind)
            .orElseThrow(() ->
                new CommandFailure(
                    "There is no import of "
                        + kind
                        + "; choose "
                        + ImportKind.labels()
                        + ", or tariffs."));
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandFailure(
          "Cannot read the file " + file + ". Check its name, and that you may read it.");
    }
    boolean json = isJsonLines(file);
    if (json && wanted != ImportKind.ORDERS) {
      throw new CommandFailure("Only orders come as JSON lines; save " + file + " as CSV.");
    }
    URI url = server.url().resolve("/v1/imports/" + wanted.label() + "?skipBad=" + skipBad);
    try (ImportUpload upload = new ImportUpload(url, server.key(), file, json ? JSON_LINES : CSV)) {
      return report(upload.send(), System.out);
    }
  }

  private static boolean isJsonLines(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson");
  }

  private int report(HttpResponse<byte[]> answer, PrintStream out) throws CommandFailure {
    JsonNode json = json(answer);
    long rejected = json.path("rejected").asLong();
    if (answer.statusCode() != 200 && rejected == 0) {
      throw new CommandFailure(
          json.path("detail").asText("The server answered " + answer.statusCode() + "."));
    }
    long applied = json.path("applied").asLong();
    double seconds = json.path("seconds").asDouble();
    boolean orders = kind.equals(ImportKind.ORDERS.label());
    if (answer.statusCode() == 200) {
      out.printf(
          "Imported %,d %s in %.1f s (%,.0f %s/s).%n",
          applied,
          orders ? kind : "rows of " + kind,
          seconds,
          seconds > 0 ? applied / seconds : 0,
          orders ? kind : "rows");
      if (json.path("already").asLong() > 0) {
        out.printf("%,d of them were there before.%n", json.path("already").asLong());
      }
    }
    if (rejected == 0) {
      RejectsFile.forget(file);
      return ALL_GOOD;
    }
    out.printf(leftOut(answer.statusCode() == 200, orders), rejected, json.path("rows").asLong());
    RejectsFile.report(json, RejectsFile.of(file), out);
    return BAD_ROWS;
  }

  /** The sentence before the bad rows; takes how many of how many. */
  private static String leftOut(boolean applied, boolean orders) {
    if (applied) {
      return orders ? "%,d of %,d orders were left out:%n" : "%,d of %,d rows were left out:%n";
    }
    return orders
        ? "Nothing was imported: %,d rows may belong to any of its %,d orders. Mend them:%n"
        : "Nothing was imported: %,d of %,d rows are bad. Mend them, or leave them out with"
            + " --skip-bad:%n";
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws CommandFailure {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException notOurs) {
      throw new CommandFailure(
          "What answers at "
              + answer.uri().resolve("/")
              + " is not Holdfast. Name the server with"
              + " --url.");
    }
  }
}
