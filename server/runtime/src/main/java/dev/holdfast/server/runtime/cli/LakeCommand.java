package dev.holdfast.server.runtime.cli;

import dev.holdfast.application.reporting.facts.FactNames;
import dev.holdfast.application.reporting.lake.ExportFacts;
import dev.holdfast.storage.api.FactCatalogue;
import dev.holdfast.storage.api.FactCatalogue.ClientName;
import dev.holdfast.storage.api.FactLake;
import dev.holdfast.storage.api.FactLake.Written;
import dev.holdfast.storage.api.StoreUnavailableException;
import dev.holdfast.storage.lake.ParquetLake;
import dev.holdfast.storage.lake.SnowflakeLoader;
import dev.holdfast.storage.lake.SnowflakeLogin;
import dev.holdfast.storage.postgres.AnalystsDatabase;
import dev.holdfast.storage.postgres.PostgresFactCatalogue;
import dev.holdfast.storage.postgres.PostgresFactSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings analysts' files up to what is committed. */
@Command(
    name = "lake",
    description = {
      "Write orders, ledger entries and pick walks as partitioned Parquet files, from where the"
          + " last export ended.",
      "Reads the database beside whatever it is doing. It may be stopped at any time: each fact is"
          + " in the files once, and the next export goes on."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:the files are up to date", "2:the export could not be done"},
    mixinStandardHelpOptions = true)
final class LakeCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "The lake; an empty folder, or none yet, becomes one.")
  private Path folder = Path.of("");

  @Mixin private DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--client",
      paramLabel = "CODE",
      description = "This client's facts only; default: every client's, in folders of their own.")
  private @Nullable String client;

  @Option(
      names = "--follow",
      description = "Go on with what is committed later, until it is stopped (Ctrl-C).")
  private boolean follow;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "With --follow: time between two looks (default: ${DEFAULT-VALUE}).")
  private int intervalSeconds;

  @Option(
      names = "--to-snowflake",
      paramLabel = "URL",
      description =
          "Afterwards load what is new into Snowflake:"
              + " jdbc:snowflake://ACCOUNT.snowflakecomputing.com/?db=…&schema=…&warehouse=…."
              + " Login and driver come from the environment: HOLDFAST_SNOWFLAKE_DRIVER,"
              + " HOLDFAST_SNOWFLAKE_USER, and HOLDFAST_SNOWFLAKE_PASSWORD or"
              + " HOLDFAST_SNOWFLAKE_KEY_FILE.")
  private @Nullable String snowflake;

  /** What one or more windows came to. */
  private static final class Totals {
    private long rows;
    private int files;
    private long bytes;

    void add(Written written) {
      rows += written.rows();
      files += written.files();
      bytes += written.bytes();
    }
  }

  @Override
  public Integer call() throws CommandFailure {
    if (intervalSeconds < 1) {
      throw new CommandFailure("--interval is 1 second or more, for example: --interval 60");
    }
    if (follow && snowflake != null) {
      throw new CommandFailure(
          "--to-snowflake loads once and ends; leave out --follow, and run the command by a timer.");
    }
    try (AnalystsDatabase facts = AnalystsDatabase.open(database.target())) {
      FactCatalogue catalogue = new PostgresFactCatalogue(facts.reader());
      ClientName only = only(catalogue);
      try (FactLake lake =
          ParquetLake.open(
              folder,
              facts.installation(),
              only == null ? "" : only.code(),
              InstantSource.system())) {
        export(
            new ExportFacts(
                new PostgresFactSource(facts.reader()),
                catalogue,
                new FactNames(catalogue, System::nanoTime),
                lake,
                only == null ? null : only.id()),
            lake);
      }
      if (snowflake != null) {
        load(snowflake);
      }
      return 0;
    } catch (StoreUnavailableException | IllegalArgumentException | IllegalStateException failed) {
      throw new CommandFailure(String.valueOf(failed.getMessage()));
    }
  }

  private void load(String url) {
    try (Connection connection = SnowflakeLogin.connect(url, System.getenv())) {
      int files = SnowflakeLoader.load(folder, connection);
      System.err.printf("Loaded %,d files into Snowflake.%n", files);
    } catch (SQLException unclosed) {
      System.err.println("The connection to Snowflake did not end well: " + unclosed.getMessage());
    }
  }

  private @Nullable ClientName only(FactCatalogue catalogue) throws CommandFailure {
    if (client == null) {
      return null;
    }
    List<ClientName> all = catalogue.clients();
    for (ClientName each : all) {
      if (each.code().equals(client)) {
        return each;
      }
    }
    throw new CommandFailure(
        "There is no client "
            + client
            + ". There are: "
            + String.join(", ", all.stream().map(ClientName::code).limit(20).toList())
            + ".");
  }

  private void export(ExportFacts facts, FactLake lake) {
    try {
      catchUp(facts, lake, false);
      while (follow && !pause()) {
        try {
          catchUp(facts, lake, true);
        } catch (StoreUnavailableException away) {
          System.err.println(away.getMessage() + " Trying again in " + intervalSeconds + " s.");
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** True when somebody ends the wait; nobody does but by stopping the process. */
  private boolean pause() throws InterruptedException {
    return new CountDownLatch(1).await(intervalSeconds, TimeUnit.SECONDS);
  }

  private void catchUp(ExportFacts facts, FactLake lake, boolean quietIfNone) {
    long began = System.nanoTime();
    Totals totals = new Totals();
    try (ProgressBar bar = ProgressLine.waiting("Exporting")) {
      Written written = facts.next(bar::stepTo);
      while (written != null) {
        totals.add(written);
        long before = totals.rows;
        bar.stepTo(before);
        written = facts.next(rows -> bar.stepTo(before + rows));
      }
    }
    if (totals.rows > 0 || !quietIfNone) {
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      System.err.printf(
          "Exported %,d rows in %,d files (%,d bytes) to %s in %.1f s. Everything committed before"
              + " %s is there; mark %d.%n",
          totals.rows,
          totals.files,
          totals.bytes,
          folder,
          took.toMillis() / 1000.0,
          lake.asOf(),
          lake.mark());
    }
  }
}
