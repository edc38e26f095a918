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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Stage 5: the raw rows as Parquet files, by client and month, asked by DuckDB in this process. The
 * same for every engine, which only has to copy its rows out.
 */
public final class ColumnStage implements Stage, AutoCloseable {
  private static final String FOLDER = "5-columnar";
  private static final List<String> TABLES = List.of("order_line", "stock_movement", "pick_walk");

  private final Path folder;
  private final CopyOut rows;
  private @Nullable Connection duck;

  /** Writes rows to a file, as CSV without a header. */
  public interface CopyOut {
    /**
     * Copies one table's rows.
     *
     * @param table order_line, stock_movement or pick_walk
     * @param sql what PostgreSQL copies for it, which says what columns there are
     * @param file where to
     */
    void copy(String table, String sql, Path file) throws IOException;
  }

  /**
   * A stage that keeps its files in a folder of its own.
   *
   * @param folder is made when it is loaded
   */
  public ColumnStage(Path folder, CopyOut rows) {
    this.folder = folder;
    this.rows = rows;
  }

  /** The rows of the laboratory's tables. */
  static CopyOut from(DataSource owner) {
    return (table, sql, file) -> {
      try (Connection connection = owner.getConnection();
          OutputStream out = Files.newOutputStream(file)) {
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
      } catch (SQLException failed) {
        throw new IOException(failed);
      }
    };
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
    Files.createDirectories(folder);
    Connection opened = DriverManager.getConnection("jdbc:duckdb:");
    duck = opened;
    Sql.run(opened, "set temp_directory = '" + quoted(folder.resolve("temporary")) + "'");
    Sql.run(opened, "set preserve_insertion_order = false");
    for (String statement : PostgresEngine.statements(Sql.file(FOLDER, "schema"))) {
      String local = statement.replace(":'folder'", "'" + quoted(folder) + "'").strip();
      // What goes to a file is copied by the engine, the rest is DuckDB's.
      if (local.startsWith("-- postgres")) {
        copyOut(local);
      } else {
        Sql.run(opened, local);
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
  private void copyOut(String statement) throws IOException {
    String first = statement.lines().findFirst().orElseThrow();
    String name = first.substring(first.indexOf(':') + 1).strip();
    String sql = statement.replaceAll("(?m)^--.*$", "").replaceAll(";\\s*$", "");
    rows.copy(name.replace(".csv", ""), sql, folder.resolve(name));
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
    return bytes(folder.resolve(table).resolve("client=" + question.client().code()));
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @Override
  public Size size() throws Exception {
    return new Size(bytes(folder), memory());
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
