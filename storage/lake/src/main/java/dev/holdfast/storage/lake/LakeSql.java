package dev.holdfast.storage.lake;

import dev.holdfast.storage.api.FileColumn;
import dev.holdfast.storage.api.LakeTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements that come with a lake: {@code duckdb.sql} to read it where it lies, and {@code
 * snowflake/} to load it. They follow from the tables, so they are written anew by each export.
 */
final class LakeSql {
  private static final List<String> SNOWFLAKE =
      List.of(
          "1-tables.sql",
          "2-internal-stage.sql",
          "2-external-stage.sql",
          "3-pipes.sql",
          "4-merge.sql",
          "5-roles.sql");

  private final LakeFolder folder;

  LakeSql(LakeFolder folder) {
    this.folder = folder;
  }

  /** Writes what differs from what is there. */
  void write(LakeState state) throws IOException {
    keep(
        folder.root().resolve("duckdb.sql"),
        resource("duckdb.sql")
            .replace("{{lake}}", folder.root().toString().replace("'", "''"))
            .replace("{{tables}}", duckTables(state)));
    for (String name : SNOWFLAKE) {
      keep(
          folder.root().resolve("snowflake").resolve(name),
          SnowflakeSql.filled(resource("snowflake/" + name)));
    }
  }

  private void keep(Path file, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
      folder.replace(file, content);
    }
  }

  private static String duckTables(LakeState state) {
    return Arrays.stream(LakeTable.values())
        .map(table -> state.of(table).isEmpty() ? withoutFiles(table) : overFiles(table))
        .collect(Collectors.joining("\n"));
  }

  private static String overFiles(LakeTable table) {
    String label = table.label();
    return """
    set variable %1$s = (
      select [getvariable('lake') || '/%1$s/' || file for file in files.%1$s] from lake_state);
    create or replace view %1$s as
      select * from read_parquet(getvariable('%1$s'), hive_partitioning = true,
        hive_types = {'client': varchar, 'day': date}, union_by_name = true);
    """
        .formatted(label);
  }

  /** DuckDB has no view of no files. */
  private static String withoutFiles(LakeTable table) {
    String columns =
        table.columns().stream()
            .map(column -> "null::" + DuckTable.type(column) + " as " + quoted(column))
            .collect(Collectors.joining(", "));
    return "create or replace view " + table.label() + " as select " + columns + " where false;\n";
  }

  private static String quoted(FileColumn column) {
    return '"' + column.name() + '"';
  }

  static String resource(String name) throws IOException {
    try (InputStream in = LakeSql.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the program lacks its " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
