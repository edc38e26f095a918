package dev.holdfast.server.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.application.bulk.ExportKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a CSV file of what there is. */
@Command(
    name = "export",
    subcommands = LakeCommand.class,
    description = {
      "Export SKUs, locations, stock, the ledger or reservations to a CSV file, or tariffs to a"
          + " folder of them.",
      "What can be imported is exported with the same columns."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:the file is whole", "2:the export could not be done"},
    mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);
  private static final String STANDARD_OUTPUT = "-";
  private static final int BUFFER = 64 * 1024;

  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(
      index = "0",
      // Not required: picocli would ask for it where the lake is meant.
      arity = "0..1",
      paramLabel = "KIND",
      description = "skus, locations, stock, ledger, reservations or tariffs")
  private String kind = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "where to; - is standard output; default: KIND.csv; of tariffs, the folder")
  private @Nullable String file;

  @Option(names = "--force", description = "Replace what is there.")
  private boolean force;

  @Override
  public Integer call() throws CommandFailure {
    if (kind.isEmpty()) {
      throw new CommandFailure(
          "Say what to export: " + ExportKind.labels() + ", tariffs, or lake DIR.");
    }
    if (kind.equals(ImportCommand.TARIFFS)) {
      Path folder = Path.of(file == null ? ImportCommand.TARIFFS : file);
      return new TariffFolder(folder, server, System.out).takeOut(force);
    }
    ExportKind wanted =
        ExportKind.ofLabel(kind)
            .orElseThrow(() ->
                new CommandFailure(
                    "There is no export of "
                        + kind
                        + "; choose "
                        + ExportKind.labels()
                        + ", tariffs, or lake."));
    URI url = server.url().resolve("/v1/exports/" + wanted.label());
    String target = file == null ? wanted.label() + ".csv" : file;
    if (!target.equals(STANDARD_OUTPUT) && !force && Files.exists(Path.of(target))) {
      throw new CommandFailure(
          "There is a file " + target + " already. Give another name, or --force to replace it.");
    }
    try (HttpClient http =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_PATIENCE)
                .build();
        InputStream csv = open(http, url)) {
      Copied copied =
          target.equals(STANDARD_OUTPUT) ? copy(csv, System.out) : copyTo(Path.of(target), csv);
      System.err.printf(
          "Exported %,d rows of %s (%,d bytes)%s.%n",
          copied.rows, kind, copied.bytes, target.equals(STANDARD_OUTPUT) ? "" : " to " + target);
      return 0;
    } catch (IOException broken) {
      throw new CommandFailure(
          "The export broke off: "
              + broken.getMessage()
              + ". Nothing was written; try again, with room on the disk and the server running.");
    }
  }

  private InputStream open(HttpClient http, URI url) throws IOException, CommandFailure {
    HttpRequest request =
        HttpRequest.newBuilder(url).header("Authorization", "Bearer " + server.key()).build();
    try {
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      if (answer.statusCode() == 200) {
        return answer.body();
      }
      JsonNode problem = new ObjectMapper().readTree(answer.body());
      throw new CommandFailure(
          problem.path("detail").asText("The server answered " + answer.statusCode() + "."));
    } catch (ConnectException nobody) {
      throw new CommandFailure(
          "No server answers at "
              + url.resolve("/")
              + ". Start it with ./holdfast up, or name it with --url.");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("Interrupted before the server answered.");
    }
  }

  /** How much was written; the header is no row. */
  private record Copied(long rows, long bytes) {}

  /** Under another name first, so that half a file never looks like a whole one. */
  private Copied copyTo(Path target, InputStream csv) throws IOException {
    Path draft = target.resolveSibling(target.getFileName() + ".part");
    try {
      Copied copied;
      try (OutputStream out = Files.newOutputStream(draft)) {
        copied = copy(csv, out);
      }
      if (force) {
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(draft, target);
      }
      return copied;
    } catch (FileAlreadyExistsException meanwhile) {
      throw new IOException("there is a file " + target + " by now", meanwhile);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Texts have one line each, so rows are line ends. */
  private static Copied copy(InputStream csv, OutputStream out) throws IOException {
    long lines = 0;
    long bytes = 0;
    byte[] buffer = new byte[BUFFER];
    try (ProgressBar bar = ProgressLine.megabytes("Exporting", -1)) {
      for (int read = csv.read(buffer); read >= 0; read = csv.read(buffer)) {
        out.write(buffer, 0, read);
        bytes += read;
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '\n') {
            lines++;
          }
        }
        bar.stepTo(bytes);
        bar.setExtraMessage(String.format(" %,d rows", Math.max(0, lines - 1)));
      }
      out.flush();
    }
    return new Copied(Math.max(0, lines - 1), bytes);
  }
}
