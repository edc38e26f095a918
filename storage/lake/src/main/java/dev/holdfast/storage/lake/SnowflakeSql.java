package dev.holdfast.storage.lake;

import dev.holdfast.storage.api.FileColumn;
import dev.holdfast.storage.api.LakeTable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The statements that Snowflake needs for a table, as files beside the lake and as the loader's.
 * Names are written without quotes, so Snowflake keeps them in upper case. Not verified on a real
 * account; see docs/reference/lake.md.
 */
public final class SnowflakeSql {
  private SnowflakeSql() {}

  /** Replaces {@code {{name}}} in a text. */
  static String filled(String text) {
    return text.replace("{{tables}}", each(SnowflakeSql::tables))
        .replace("{{internal-copies}}", each(table -> copy(table, "@holdfast_lake", "") + ";\n"))
        .replace("{{pipes}}", each(SnowflakeSql::pipe))
        .replace("{{merges}}", each(SnowflakeSql::task));
  }

  private static String each(Function<LakeTable, String> text) {
    return Arrays.stream(LakeTable.values()).map(text).collect(Collectors.joining("\n"));
  }

  /** Makes a table and the one that its files land in, where they are not there yet. */
  public static List<String> create(LakeTable table) {
    String columns =
        table.columns().stream()
            .map(column -> "  " + column.name() + " " + type(column))
            .collect(Collectors.joining(",\n"));
    return List.of(
        "create table if not exists " + table.label() + " (\n" + columns + "\n)",
        "create table if not exists "
            + landing(table)
            + " (\n"
            + columns
            + ",\n  file_name varchar\n)");
  }

  private static String tables(LakeTable table) {
    return String.join(";\n", create(table)) + ";\n";
  }

  /** The column's type as Snowflake says it. */
  static String type(FileColumn column) {
    return switch (column.kind()) {
      case TEXT -> "varchar";
      case WHOLE -> "number(19, 0)";
      case DECIMAL -> "number(18, " + column.decimals() + ")";
      case YES_NO -> "boolean";
      case DAY -> "date";
      case LOCAL_TIME -> "timestamp_ntz(6)";
      case INSTANT -> "timestamp_ltz(6)";
    };
  }

  /** Where a table's files land before they are merged. */
  static String landing(LakeTable table) {
    return table.label() + "_landing";
  }

  /**
   * Takes files of a stage in, each column by its name.
   *
   * @param stage with the at sign
   * @param tail more options, beginning with a line of its own; or empty
   */
  public static String copy(LakeTable table, String stage, String tail) {
    String values =
        table.columns().stream()
            .map(column -> "    $1:" + column.name() + "::" + type(column))
            .collect(Collectors.joining(",\n"));
    return "copy into "
        + landing(table)
        + " ("
        + names(table, "")
        + ", file_name)\nfrom (\n  select\n"
        + values
        + ",\n    metadata$filename\n  from "
        + stage
        + "/"
        + table.label()
        + "/)\nfile_format = (format_name = 'holdfast_parquet')"
        + tail;
  }

  /**
   * Brings what landed into its table; what is there already, by its key, stays as it is.
   *
   * @param source the landing table, or a stream on it
   */
  public static String merge(LakeTable table, String source) {
    String key =
        table.key().stream()
            .map(column -> "target." + column + " = source." + column)
            .collect(Collectors.joining(" and "));
    String keyNames = "client, " + String.join(", ", table.key());
    return "merge into "
        + table.label()
        + " target\nusing (\n  select * from "
        + source
        + "\n  qualify row_number() over (partition by "
        + keyNames
        + " order by file_name) = 1) source\non target.client = source.client and "
        + key
        + "\nwhen not matched then insert ("
        + names(table, "")
        + ")\n  values ("
        + names(table, "source.")
        + ")";
  }

  private static String pipe(LakeTable table) {
    return "create pipe if not exists "
        + table.label()
        + "_pipe auto_ingest = true as\n"
        + copy(table, "@holdfast_lake_external", "")
        + ";\n";
  }

  private static String task(LakeTable table) {
    String stream = landing(table) + "_stream";
    return "create stream if not exists "
        + stream
        + " on table "
        + landing(table)
        + " append_only = true;\n\ncreate task if not exists "
        + table.label()
        + "_merge\n  warehouse = holdfast_load\n  schedule = '5 minutes'\n  when"
        + " system$stream_has_data('"
        + stream
        + "')\nas\n"
        + merge(table, stream)
        + ";\n\nalter task "
        + table.label()
        + "_merge resume;\n";
  }

  private static String names(LakeTable table, String prefix) {
    return table.columns().stream()
        .map(column -> prefix + column.name())
        .collect(Collectors.joining(", "));
  }
}
