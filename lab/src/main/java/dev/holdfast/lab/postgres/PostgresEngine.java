package dev.holdfast.lab.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.lab.LabException;
import dev.holdfast.lab.stage.Engine;
import dev.holdfast.lab.stage.Stage;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.DatabaseTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, embedded in a folder of its own or a server that somebody lends ({@value
 * #OWN_SERVER}: an empty database, whose owner may create roles).
 */
public final class PostgresEngine implements Engine {
  public static final String OWN_SERVER = "HOLDFAST_LAB_DATABASE_URL";

  private static final int CONNECTIONS = 12;

  private final Path folder;
  private final Optional<LabServer> embedded;
  private final DatabaseTarget target;
  private final HikariDataSource owner;
  private final Connection asking;
  private final String server;
  private final List<Stage> stages;
  private final ColumnStage columns;
  private @Nullable StandbyStage standby;
  private @Nullable Database database;

  private PostgresEngine(Path folder, Optional<LabServer> embedded, DatabaseTarget target)
      throws SQLException {
    this.folder = folder;
    this.embedded = embedded;
    this.target = target;
    owner = pool(target, "lab");
    asking = owner.getConnection();
    server =
        Sql.text(asking, "show server_version")
            + (embedded.isPresent() ? " (embedded, " + settings() + ")" : " at " + target);
    stages = new ArrayList<>();
    columns = new ColumnStage(folder.resolve("columns"), ColumnStage.from(owner));
    stages.add(new RawStage(this, 0, "raw", "0-raw", "One heap of order lines, no index at all."));
    stages.add(
        new RawStage(
            this,
            1,
            "indexed",
            "1-indexed",
            "The same heap with indexes on what every question begins with: client and time."));
    stages.add(
        new RawStage(
            this,
            2,
            "partitioned",
            "2-partitioned",
            "The same rows and indexes in a partition per month."));
    stages.add(new RollUpStage(this));
    if (embedded.isPresent()) {
      standby = new StandbyStage(this);
      stages.add(standby);
    }
    stages.add(columns);
  }

  private static String settings() {
    Map<String, String> all = LabServer.SETTINGS;
    return "shared_buffers "
        + all.get("shared_buffers")
        + ", work_mem "
        + all.get("work_mem")
        + ", fsync "
        + all.get("fsync")
        + ", jit "
        + all.get("jit");
  }

  /**
   * Starts one in the folder, or connects to the one in the environment.
   *
   * @throws LabException when there is none to be had
   */
  public static PostgresEngine open(Path folder) throws IOException {
    String own = System.getenv(OWN_SERVER);
    try {
      if (own != null && !own.isBlank()) {
        return new PostgresEngine(folder, Optional.empty(), DatabaseTarget.parse(own));
      }
      LabServer server = LabServer.create(folder.resolve("primary"));
      return new PostgresEngine(folder, Optional.of(server), server.target());
    } catch (SQLException | IllegalArgumentException failed) {
      throw new LabException(
          "Cannot use the database ("
              + failed.getMessage()
              + "). "
              + OWN_SERVER
              + " must name an empty database: postgres://owner:password@host/name",
          failed);
    }
  }

  static HikariDataSource pool(DatabaseTarget target, String searchPath) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(target.jdbcUrl());
    config.setUsername(target.user());
    config.setPassword(target.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    // Every question is planned with its values, as it is the first time somebody asks it.
    config.addDataSourceProperty("prepareThreshold", "0");
    config.addDataSourceProperty("options", "-c search_path=" + searchPath + " -c timezone=UTC");
    return new HikariDataSource(config);
  }

  /** A file's statements: they end with a semicolon at the end of a line, outside of {@code $$}. */
  static List<String> statements(String script) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    boolean quoted = false;
    for (String line : script.split("\n", -1)) {
      statement.append(line).append('\n');
      for (int at = line.indexOf("$$"); at >= 0; at = line.indexOf("$$", at + 2)) {
        quoted = !quoted;
      }
      if (!quoted && line.stripTrailing().endsWith(";")) {
        statements.add(statement.toString());
        statement.setLength(0);
      }
    }
    return statements;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String server() {
    return "PostgreSQL " + server;
  }

  @Override
  public List<Stage> stages() {
    return List.copyOf(stages);
  }

  @Override
  public List<String> notVerified() {
    return embedded.isPresent()
        ? List.of(
            "Everything ran on one machine: primary, standby and laboratory share its processors,"
                + " memory and disk.",
            "Files were in the system's cache: nothing here shows a cold disk.")
        : List.of("Stage 4 needs a standby that the laboratory makes itself: it was left out.");
  }

  @Override
  public long bytesPerRow() {
    return 1_300;
  }

  LabServer primary() {
    return embedded.orElseThrow();
  }

  Path folder() {
    return folder;
  }

  DatabaseTarget target() {
    return target;
  }

  /** As the owner, in the schema of the raw rows. */
  DataSource owner() {
    return owner;
  }

  /** The one connection that asks the questions of raw rows. */
  Connection asking() {
    return asking;
  }

  Database database() {
    return Objects.requireNonNull(database, "stage 3 opens it");
  }

  void opened(Database opened) {
    database = opened;
  }

  long memoryBytes() {
    return embedded.map(own -> ServerMemory.bytes(own.files())).orElse(-1L);
  }

  @Override
  public void close() throws IOException {
    try {
      columns.close();
      if (standby != null) {
        standby.close();
      }
      if (database != null) {
        database.close();
      }
      // Whoever ends the program does not wait for its last question.
      asking.abort(Runnable::run);
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
    owner.close();
    if (embedded.isPresent()) {
      embedded.get().close();
    }
  }
}
