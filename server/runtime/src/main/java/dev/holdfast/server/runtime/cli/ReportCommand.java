package dev.holdfast.server.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a report as a table, or writes it to a file. */
@Command(
    name = "report",
    description = {
      "Show a report of what was sold, shipped, moved and lost, or write it to a file.",
      "Without a name: which reports there are, and what each can be filtered by."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./holdfast report overview --from 2026-11-01 --to 2026-11-30 --location SEA",
      "  ./holdfast report stock --by week",
      "  ./holdfast report payday --payday 2026-11-20",
      "  ./holdfast report categories --format parquet --output categories.parquet",
      "  ./holdfast report rebuild"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:the report was shown or written", "2:it could not be answered"},
    mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {
  private static final String TABLE = "table";
  private static final List<String> FORMATS = List.of(TABLE, "csv", "parquet", "json");

  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "overview, hours, locations, carriers, categories, warehouse, stock or payday")
  private @Nullable String name;

  @Option(names = "--from", paramLabel = "DAY", description = "First day; default: 27 before.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last day; default: today.")
  private @Nullable String to;

  @Option(names = "--by", paramLabel = "STEP", description = "hour, day, week or month")
  private @Nullable String by;

  @Option(names = "--location", paramLabel = "CODE", description = "Only this one; repeatable.")
  private List<String> locations = new ArrayList<>();

  @Option(names = "--carrier", paramLabel = "CODE", description = "Only this one; repeatable.")
  private List<String> carriers = new ArrayList<>();

  @Option(names = "--service", paramLabel = "CODE", description = "Only this one; repeatable.")
  private List<String> services = new ArrayList<>();

  @Option(names = "--category", paramLabel = "NAME", description = "Only this one; repeatable.")
  private List<String> categories = new ArrayList<>();

  @Option(names = "--currency", paramLabel = "CODE", description = "Which money, such as USD.")
  private @Nullable String currency;

  @Option(names = "--payday", paramLabel = "DAY", description = "Which payday.")
  private @Nullable String payday;

  @Option(
      names = "--part",
      paramLabel = "NAME",
      description = "Of a file: a part instead of the main table, such as backlog.")
  private @Nullable String part;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, csv, parquet or json; default: ${DEFAULT-VALUE}")
  private String format = TABLE;

  @Option(names = "--output", paramLabel = "FILE", description = "Where to; default: shown here.")
  private @Nullable Path output;

  @Override
  public Integer call() throws CommandFailure {
    if (!FORMATS.contains(format)) {
      throw new CommandFailure(
          "There is no format " + format + "; choose one of " + String.join(", ", FORMATS) + ".");
    }
    if (format.equals("parquet") && output == null) {
      throw new CommandFailure(
          "Parquet is no text to be shown. Say where to with --output FILE.parquet.");
    }
    try (ApiConnection api = new ApiConnection(server)) {
      JsonNode offered = api.ask("GET", "/v1/reports", null).get("items");
      if (name == null) {
        System.out.print(ReportText.list(offered));
        return 0;
      }
      requireKnown(offered, name);
      String path = "/v1/reports/" + name + query();
      if (format.equals(TABLE)) {
        write(ReportText.table(api.ask("GET", path, null)).getBytes(StandardCharsets.UTF_8));
      } else {
        write(api.bytes(path));
      }
    }
    return 0;
  }

  @Command(
      name = "rebuild",
      description = {
        "Count everything again, for reports of all clients (operator only).",
        "Needed after a SKU changed its category, where sums of the past should move with it."
      },
      mixinStandardHelpOptions = true)
  void rebuild(@Mixin ServerOptions asOperator) throws CommandFailure {
    try (ApiConnection api = new ApiConnection(asOperator)) {
      api.ask("POST", "/v1/reports/rebuild", null);
    }
    System.out.println(
        "Everything is being counted again. Until that is done, reports have what is counted so far,"
            + " and say how far they are behind.");
  }

  private static void requireKnown(JsonNode offered, String name) throws CommandFailure {
    List<String> names = new ArrayList<>();
    offered.forEach(report -> names.add(report.get("name").asText()));
    if (!names.contains(name)) {
      throw new CommandFailure(
          "There is no report "
              + name
              + "; choose one of "
              + String.join(", ", names)
              + ", or leave the name out to see what they show.");
    }
  }

  private void write(byte[] bytes) throws CommandFailure {
    try {
      if (output == null) {
        System.out.write(bytes);
        System.out.flush();
      } else {
        Files.write(output, bytes);
        System.err.printf(Locale.ROOT, "Wrote %,d bytes to %s.%n", bytes.length, output);
      }
    } catch (IOException broken) {
      throw new CommandFailure(
          "Cannot write to " + output + ": " + broken.getMessage() + ". Name another file.");
    }
  }

  private String query() {
    StringBuilder query = new StringBuilder();
    add(query, "from", from);
    add(query, "to", to);
    add(query, "by", by);
    locations.forEach(code -> add(query, "location", code));
    carriers.forEach(code -> add(query, "carrier", code));
    services.forEach(code -> add(query, "service", code));
    categories.forEach(code -> add(query, "category", code));
    add(query, "currency", currency);
    add(query, "payday", payday);
    add(query, "part", part);
    add(query, "format", format.equals(TABLE) ? null : format);
    return query.toString();
  }

  private static void add(StringBuilder query, String parameter, @Nullable String value) {
    if (value != null) {
      query
          .append(query.isEmpty() ? '?' : '&')
          .append(parameter)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
