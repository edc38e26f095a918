package dev.holdfast.application.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file may bring in, and the columns that it may have, in any order. */
public enum ImportKind {
  SKUS(
      "skus",
      Column.required("code"),
      Column.required("name"),
      Column.optional("barcodes"),
      Column.required("unit"),
      Column.required("scale"),
      Column.optional("length_mm"),
      Column.optional("width_mm"),
      Column.optional("height_mm"),
      Column.optional("weight_g"),
      Column.required("category")),
  LOCATIONS(
      "locations",
      Column.required("code"),
      Column.required("name"),
      Column.required("kind"),
      Column.required("region"),
      Column.required("latitude"),
      Column.required("longitude"),
      Column.required("time_zone"),
      Column.required("address")),
  STOCK(
      "stock",
      Column.required("sku"),
      Column.required("location"),
      Column.required("quantity"),
      Column.optional("safety_stock"));

  private final String label;
  private final List<Column> columns;

  ImportKind(String label, Column... columns) {
    this.label = label;
    this.columns = List.of(columns);
  }

  /** A column of a file. */
  record Column(String name, boolean isRequired) {
    private static Column required(String name) {
      return new Column(name, true);
    }

    private static Column optional(String name) {
      return new Column(name, false);
    }
  }

  /** The name on the wire and on the command line. */
  public String label() {
    return label;
  }

  /** The names of all columns, as an export of the same kind has them. */
  List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  List<Column> columns() {
    return columns;
  }

  /** The kind with this name. */
  public static Optional<ImportKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  /** All names, for people. */
  public static String labels() {
    return Arrays.stream(values()).map(ImportKind::label).collect(Collectors.joining(", "));
  }
}
