package dev.holdfast.server.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.fulfilment.TariffSheet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;

/** The sheets of tariffs and calendars as a folder of files: {@code tariffs.csv} and its like. */
final class TariffFolder {
  private static final int ALL_GOOD = 0;
  private static final int BAD_ROWS = 1;
  private static final String PATH = "/v1/fulfilment/tariffs";
  private static final String ENDING = ".csv";

  /** Bad rows and holes on screen; all are in the answer of the API. */
  private static final int SHOWN = 20;

  private final Path folder;
  private final ServerOptions server;
  private final PrintStream out;

  TariffFolder(Path folder, ServerOptions server, PrintStream out) {
    this.folder = folder;
    this.server = server;
    this.out = out;
  }

  private Path file(TariffSheet sheet) {
    return folder.resolve(sheet.label() + ENDING);
  }

  /** Brings the folder's sheets in, all or nothing. */
  int bringIn(boolean dryRun) throws CommandFailure {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode sheets = body.putObject("sheets");
    for (TariffSheet sheet : found()) {
      sheets.put(sheet.label(), text(file(sheet)));
    }
    ApiConnection.Answer answer = send(body, sheets.size(), dryRun);
    JsonNode badRows = answer.json().path("badRows");
    if (!badRows.isEmpty()) {
      return tellBadRows(answer.json(), badRows);
    }
    tellServices(answer.requireGood().json(), dryRun);
    return ALL_GOOD;
  }

  private ApiConnection.Answer send(ObjectNode body, int sheets, boolean dryRun)
      throws CommandFailure {
    try (ApiConnection api = new ApiConnection(server);
        ProgressBar bar = ProgressLine.waiting("Checking " + sheets + " sheets")) {
      bar.setExtraMessage(" of " + folder);
      return api.send("PUT", PATH + "?dry_run=" + dryRun, body);
    }
  }

  private List<TariffSheet> found() throws CommandFailure {
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure(
          folder
              + " is no folder. Give the folder that holds tariffs.csv, zones.csv and so on; the"
              + " sheets are "
              + TariffSheet.labels()
              + ".");
    }
    List<TariffSheet> found = new ArrayList<>();
    List<String> strangers = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (String name : files.map(file -> file.getFileName().toString()).sorted().toList()) {
        if (name.endsWith(ENDING)) {
          String label = name.substring(0, name.length() - ENDING.length());
          TariffSheet.ofLabel(label).ifPresentOrElse(found::add, () -> strangers.add(name));
        }
      }
    } catch (IOException unreadable) {
      throw new CommandFailure(
          "Cannot read the folder " + folder + ". Check that you may read it.");
    }
    if (!strangers.isEmpty()) {
      throw new CommandFailure(
          String.join(", ", strangers)
              + " in "
              + folder
              + " is no sheet. Rename it to one of "
              + TariffSheet.labels()
              + ", each with .csv, or move it away.");
    }
    if (found.isEmpty()) {
      throw new CommandFailure(
          "There is no sheet in "
              + folder
              + ". Put at least one of them there: "
              + TariffSheet.labels()
              + ", each with .csv.");
    }
    return found;
  }

  private static String text(Path file) throws CommandFailure {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException notUtf8) {
      throw new CommandFailure(file + " is not UTF-8. Save it as CSV UTF-8.");
    } catch (IOException unreadable) {
      throw new CommandFailure("Cannot read the file " + file + ". Check that you may read it.");
    }
  }

  private int tellBadRows(JsonNode answer, JsonNode rows) {
    out.printf(
        "Nothing was changed: %s. Mend and import again:%n",
        count(answer.path("rejected").asLong(), "bad row"));
    tellRows(rows);
    return BAD_ROWS;
  }

  private static String count(long number, String thing) {
    return String.format("%,d %s%s", number, thing, number == 1 ? "" : "s");
  }

  private void tellRows(JsonNode rows) {
    int shown = 0;
    for (JsonNode row : rows) {
      if (shown++ < SHOWN) {
        String column = row.path("column").asText();
        out.printf(
            "  %s%s line %s%s: %s%n",
            row.path("sheet").asText(),
            ENDING,
            row.path("line").asText(),
            column.isEmpty() ? "" : ", " + column,
            row.path("mend").asText());
      }
    }
    if (shown > SHOWN) {
      out.printf("  and %,d more.%n", shown - SHOWN);
    }
  }

  private void tellServices(JsonNode answer, boolean dryRun) {
    out.printf(
        dryRun
            ? "Nothing was changed: a dry run. %,d services could be imported in %s:%n"
            : "There are %,d services now, in %s:%n",
        answer.path("services").size(),
        answer.path("currency").asText());
    for (JsonNode service : answer.path("services")) {
      out.printf(
          "  %s %s: %s, %s%n",
          service.path("carrier").asText(),
          service.path("service").asText(),
          count(service.path("versions").size(), "version"),
          service.has("calendar") ? "with a calendar" : "without a calendar, so never chosen");
    }
    if (!answer.path("holes").isEmpty()) {
      out.printf("What falls into these holes has no price:%n");
      tellRows(answer.path("holes"));
    }
  }

  /** Writes every sheet that there is into the folder, which is made where it is missing. */
  int takeOut(boolean force) throws CommandFailure {
    for (TariffSheet sheet : TariffSheet.values()) {
      if (!force && Files.exists(file(sheet))) {
        throw new CommandFailure(
            "There is a file "
                + file(sheet)
                + " already. Give another folder, or --force to replace its sheets.");
      }
    }
    long lines = 0;
    try (ApiConnection api = new ApiConnection(server);
        ProgressBar bar = ProgressLine.waiting("Exporting")) {
      Files.createDirectories(folder);
      for (TariffSheet sheet : TariffSheet.values()) {
        bar.setExtraMessage(" " + sheet.label());
        String text = api.text(PATH + "/" + sheet.label());
        lines += Math.max(0, text.lines().count() - 1);
        Files.writeString(file(sheet), text);
      }
    } catch (IOException failed) {
      throw new CommandFailure(
          "Cannot write to " + folder + ": " + failed.getMessage() + ". Make it writable.");
    }
    System.err.printf(
        "Exported %,d rows of %d sheets to %s.%n", lines, TariffSheet.values().length, folder);
    return ALL_GOOD;
  }
}
