package dev.holdfast.application.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file may bring in, and the columns that it may have, in any order. */
public enum ImportKind implements CsvForm {
  SKUS(
      "skus",
      CsvColumn.required("code"),
      CsvColumn.required("name"),
      CsvColumn.optional("barcodes"),
      CsvColumn.required("unit"),
      CsvColumn.required("scale"),
      CsvColumn.optional("length_mm"),
      CsvColumn.optional("width_mm"),
      CsvColumn.optional("height_mm"),
      CsvColumn.optional("weight_g"),
      CsvColumn.required("category")),
  LOCATIONS(
      "locations",
      CsvColumn.required("code"),
      CsvColumn.required("name"),
      CsvColumn.required("kind"),
      CsvColumn.required("region"),
      CsvColumn.required("latitude"),
      CsvColumn.required("longitude"),
      CsvColumn.required("time_zone"),
      CsvColumn.required("address")),
  STOCK(
      "stock",
      CsvColumn.required("sku"),
      CsvColumn.required("location"),
      CsvColumn.required("quantity"),
      CsvColumn.optional("safety_stock")),
  /** One row per line of an order; they are orders of customers, and no table that is replaced. */
  ORDERS(
      "orders",
      CsvColumn.required("number"),
      CsvColumn.required("sku"),
      CsvColumn.required("quantity"),
      CsvColumn.optional("name"),
      CsvColumn.optional("address"),
      CsvColumn.required("postcode"),
      CsvColumn.required("country"),
      CsvColumn.optional("residential"),
      CsvColumn.optional("promised"),
      CsvColumn.optional("amount_minor"));

  private final String label;
  private final List<CsvColumn> columns;

  ImportKind(String label, CsvColumn... columns) {
    this.label = label;
    this.columns = List.of(columns);
  }

  /** The name on the wire and on the command line. */
  @Override
  public String label() {
    return label;
  }

  @Override
  public List<CsvColumn> columns() {
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
