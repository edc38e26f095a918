package dev.holdfast.lab.postgres;

import dev.holdfast.lab.stage.Answer;
import dev.holdfast.lab.stage.Demanded;
import dev.holdfast.lab.stage.Question;
import dev.holdfast.lab.stage.Stage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Stage 5: the raw rows as Parquet files, by client and month, asked by DuckDB in this process. */
final class ColumnStage implements Stage, AutoCloseable {
  private static final String FOLDER = "5-columnar";
  private static final List<String> TABLES = List.of("order_line", "stock_movement", "pick_walk");

  private final PostgresEngine engine;
  private @Nullable Connection duck;

  ColumnStage(PostgresEngine engine) {
    this.engine = engine;
  }

  @Override
  public int number() {
    return 5;
  }

  @Override
  public String name() {
    return "columnar";
  }

  @Override
  public String note() {
    return "The raw rows as Parquet files by client and month, asked with DuckDB.";
  }

  @Override
  public Load load(Demanded demanded) throws Exception {
    long began = System.nanoTime();
    Path folder = Files.createDirectories(engine.folder().resolve("columns"));
    Connection opened = DriverManager.getConnection("jdbc:duckdb:");
    duck = opened;
    Sql.run(opened, "set temp_directory = '" + quoted(folder.resolve("temporary")) + "'");
    Sql.run(opened, "set preserve_insertion_order = false");
    try (Connection owner = engine.owner().getConnection()) {
      for (String statement : PostgresEngine.statements(Sql.file(FOLDER, "schema"))) {
        String local = statement.replace(":'folder'", "'" + quoted(folder) + "'").strip();
        // What goes to a file is copied by PostgreSQL, the rest is DuckDB's.
        if (local.startsWith("-- postgres")) {
          copyOut(owner, local, folder);
        } else {
          Sql.run(opened, local);
        }
      }
    }
    for (String table : TABLES) {
      Files.deleteIfExists(folder.resolve(table + ".csv"));
    }
    return new Load((System.nanoTime() - began) / 1e9, -1);
  }

  private static String quoted(Path path) {
    return path.toAbsolutePath().toString().replace("'", "''");
  }

  /** {@code -- postgres: order_line.csv}, then the statement. */
  private static void copyOut(Connection owner, String statement, Path folder)
      throws SQLException, IOException {
    String first = statement.lines().findFirst().orElseThrow();
    Path file = folder.resolve(first.substring(first.indexOf(':') + 1).strip());
    String sql = statement.replaceAll("(?m)^--.*$", "").replaceAll(";\\s*$", "");
    try (OutputStream out = Files.newOutputStream(file)) {
      owner.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
    }
  }

  private Connection duck() {
    if (duck == null) {
      throw new IllegalStateException("not loaded");
    }
    return duck;
  }

  @Override
  public Answer ask(Question question) throws Exception {
    return Sql.ask(duck(), Sql.file(FOLDER, question.report().label()), question);
  }

  /** The files of the client's months: DuckDB does not tell which of their columns it read. */
  @Override
  public long readBytes(Question question) throws Exception {
    String table =
        switch (question.report()) {
          case STOCK -> "stock_movement";
          default -> "order_line";
        };
    Path folder =
        engine
            .folder()
            .resolve("columns")
            .resolve(table)
            .resolve("client=" + question.client().code());
    return bytes(folder);
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @Override
  public Size size() throws Exception {
    return new Size(bytes(engine.folder().resolve("columns")), memory());
  }

  private long memory() throws SQLException {
    return Sql.number(duck(), "select sum(memory_usage_bytes)::bigint from duckdb_memory()");
  }

  @Override
  public void close() throws SQLException {
    if (duck != null) {
      duck.close();
    }
  }
}
