package dev.holdfast.application.reporting;

import dev.holdfast.application.bulk.CsvOutput;
import dev.holdfast.application.reporting.ReportTable.Column;
import dev.holdfast.storage.api.FileColumn;
import dev.holdfast.storage.api.StoreUnavailableException;
import dev.holdfast.storage.api.TableFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of a report as a file: values are those of JSON, rows without totals. */
public record ReportFile(List<Column> columns, List<List<@Nullable Object>> rows) {
  /** A day is written 2026-11-20; an hour is longer. */
  private static final int DAY_LENGTH = 10;

  /** RFC 4180, with a header; null is an empty cell. */
  public byte[] csv() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CsvOutput out = new CsvOutput(bytes);
    try {
      out.header(columns.stream().map(Column::name).toList());
      for (List<@Nullable Object> row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          cell(columns.get(i).kind(), row.get(i), out);
        }
        out.endRow();
      }
      out.flush();
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void cell(ColumnKind kind, @Nullable Object value, CsvOutput out) {
    switch (value) {
      case null -> out.plain("");
      case Long number -> out.plain(BigDecimal.valueOf(number, kind.decimals()).toPlainString());
      case Object text -> out.text(text.toString());
    }
  }

  /**
   * As Parquet.
   *
   * @throws StoreUnavailableException when there is no room to make it
   */
  public byte[] parquet(TableFiles files) {
    List<FileColumn> typed = new ArrayList<>();
    List<Boolean> byHour = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      byHour.add(isByHour(i));
      typed.add(typed(columns.get(i), byHour.get(i)));
    }
    List<List<@Nullable Object>> values = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(value(columns.get(i).kind(), byHour.get(i), row.get(i)));
      }
      values.add(cells);
    }
    return files.parquet(typed, values);
  }

  private boolean isByHour(int column) {
    return columns.get(column).kind() == ColumnKind.TIME
        && rows.stream().anyMatch(row -> String.valueOf(row.get(column)).length() > DAY_LENGTH);
  }

  private static FileColumn typed(Column column, boolean byHour) {
    ColumnKind kind = column.kind();
    if (kind.decimals() > 0) {
      return FileColumn.decimal(column.name(), kind.decimals());
    }
    FileColumn.Kind whole =
        switch (kind) {
          case TIME -> byHour ? FileColumn.Kind.LOCAL_TIME : FileColumn.Kind.DAY;
          case TEXT -> FileColumn.Kind.TEXT;
          default -> FileColumn.Kind.WHOLE;
        };
    return FileColumn.of(column.name(), whole);
  }

  private static @Nullable Object value(ColumnKind kind, boolean byHour, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Long number when kind.decimals() > 0 -> BigDecimal.valueOf(number, kind.decimals());
      case String time when kind == ColumnKind.TIME ->
          byHour ? LocalDateTime.parse(time) : LocalDate.parse(time);
      case Object same -> same;
    };
  }
}
