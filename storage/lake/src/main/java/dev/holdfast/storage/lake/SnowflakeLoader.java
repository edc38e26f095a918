package dev.holdfast.storage.lake;

import dev.holdfast.storage.api.LakeTable;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings a lake into Snowflake over JDBC: puts files on a stage inside it, copies them into landing
 * tables and merges these. What is loaded is written in Snowflake itself, in the transaction of the
 * merge, so a stopped load goes on where it was; and a fact that comes twice is merged once. Not
 * verified on a real account.
 */
public final class SnowflakeLoader {
  /** Files of one transaction; COPY takes a thousand names at most. */
  static final int BATCH_FILES = 200;

  private static final String STAGE = "@holdfast_lake";

  private static final List<String> ONCE =
      List.of(
          // What Parquet tells as a moment is one, whatever the account's clock.
          "alter session set timezone = 'UTC'",
          "create file format if not exists holdfast_parquet type = parquet"
              + " use_logical_type = true binary_as_text = false",
          "create stage if not exists holdfast_lake file_format = holdfast_parquet",
          "create table if not exists holdfast_loaded_files (installation varchar,"
              + " file_name varchar, loaded_at timestamp_ltz default current_timestamp())",
          "create table if not exists holdfast_lake_mark (installation varchar, client varchar,"
              + " mark number(19, 0), as_of varchar)");

  private final Connection connection;
  private final Path root;
  private final LakeState state;

  private SnowflakeLoader(Connection connection, Path root, LakeState state) {
    this.connection = connection;
    this.root = root;
    this.state = state;
  }

  /**
   * Loads what is in the lake and not yet there.
   *
   * @param lake that no export is writing to
   * @param connection to the database and schema that the facts go to; its auto-commit changes
   * @return how many files were loaded
   * @throws IllegalArgumentException when the schema holds another installation's facts
   * @throws StoreUnavailableException when either side cannot be asked; what was loaded stays
   */
  public static int load(Path lake, Connection connection) {
    Path root = lake.toAbsolutePath().normalize();
    try {
      LakeState state =
          LakeState.read(Files.readAllBytes(root.resolve(LakeFolder.OWN).resolve("state.json")));
      return new SnowflakeLoader(connection, root, state).load();
    } catch (IOException | SQLException failed) {
      throw new StoreUnavailableException(
          "The load into Snowflake broke off: "
              + failed.getMessage()
              + " What was loaded stays; run the same command again.",
          failed);
    }
  }

  private int load() throws SQLException {
    connection.setAutoCommit(true);
    for (String statement : ONCE) {
      execute(statement);
    }
    for (LakeTable table : LakeTable.values()) {
      for (String statement : SnowflakeSql.create(table)) {
        execute(statement);
      }
    }
    long mark = mark();
    Set<String> loaded =
        new HashSet<>(
            texts(
                "select file_name from holdfast_loaded_files where installation = ?",
                state.installation()));
    int files = 0;
    for (LakeTable table : LakeTable.values()) {
      List<String> pending =
          state.of(table).stream()
              .filter(part -> PartName.parse(part).to() > mark)
              .filter(part -> !loaded.contains(table.label() + "/" + part))
              .toList();
      for (int i = 0; i < pending.size(); i += BATCH_FILES) {
        take(table, pending.subList(i, Math.min(pending.size(), i + BATCH_FILES)));
      }
      files += pending.size();
    }
    if (mark != state.mark()) {
      moveMark();
    }
    return files;
  }

  /** Up to where everything is loaded; -1 when nothing is. */
  private long mark() throws SQLException {
    for (String other : texts("select distinct installation from holdfast_lake_mark")) {
      if (!other.equals(state.installation())) {
        throw new IllegalArgumentException(
            "This schema of Snowflake holds the facts of another installation. Name another schema"
                + " in the URL (schema=…).");
      }
    }
    List<String> marks =
        texts(
            "select to_varchar(max(mark)) from holdfast_lake_mark"
                + " where installation = ? and client = ? having max(mark) is not null",
            state.installation(),
            state.client());
    return marks.isEmpty() ? -1 : Long.parseLong(marks.getFirst());
  }

  /** Puts files, and then copies, merges and notes them in one transaction. */
  private void take(LakeTable table, List<String> parts) throws SQLException {
    for (String part : parts) {
      String folder = part.substring(0, part.lastIndexOf('/') + 1);
      execute(
          "put 'file://"
              + escaped(root.resolve(table.label()).resolve(part).toString())
              + "' "
              + STAGE
              + "/"
              + table.label()
              + "/"
              + folder
              + " auto_compress = false source_compression = none overwrite = true");
    }
    String names =
        parts.stream().map(part -> "'" + escaped(part) + "'").collect(Collectors.joining(", "));
    connection.setAutoCommit(false);
    execute("delete from " + SnowflakeSql.landing(table));
    execute(
        SnowflakeSql.copy(
            table, STAGE, "\nfiles = (" + names + ")\nforce = true\non_error = abort_statement"));
    execute(SnowflakeSql.merge(table, SnowflakeSql.landing(table)));
    execute("delete from " + SnowflakeSql.landing(table));
    for (String part : parts) {
      change(
          "insert into holdfast_loaded_files (installation, file_name) values (?, ?)",
          state.installation(),
          table.label() + "/" + part);
    }
    connection.commit();
    connection.setAutoCommit(true);
    execute("remove " + STAGE + "/" + table.label() + "/");
  }

  /** From now on, names of files before the mark need not be remembered. */
  private void moveMark() throws SQLException {
    connection.setAutoCommit(false);
    change(
        "delete from holdfast_lake_mark where installation = ? and client = ?",
        state.installation(),
        state.client());
    change(
        "insert into holdfast_lake_mark (installation, client, mark, as_of)"
            + " values (?, ?, to_number(?), ?)",
        state.installation(),
        state.client(),
        Long.toString(state.mark()),
        state.asOf());
    change("delete from holdfast_loaded_files where installation = ?", state.installation());
    connection.commit();
    connection.setAutoCommit(true);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void change(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.execute();
    }
  }

  private List<String> texts(String sql, String... values) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
    }
    return texts;
  }

  private static void bind(PreparedStatement statement, String... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setString(i + 1, values[i]);
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
