package dev.holdfast.application.bulk;

import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.domain.catalogue.SkuInput;
import dev.holdfast.domain.catalogue.SkuRules;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.storage.api.BulkStore.SkuColumn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the rows of a file of SKUs. */
final class SkuSheet {
  private SkuSheet() {}

  /** What a file with this header says nothing about. */
  static Set<SkuColumn> absent(CsvHeader header) {
    Set<SkuColumn> absent = EnumSet.noneOf(SkuColumn.class);
    for (SkuColumn column : SkuColumn.values()) {
      if (!header.has(column.name().toLowerCase(Locale.ROOT))) {
        absent.add(column);
      }
    }
    return absent;
  }

  /** Hands over the SKU of a row, or rejects the row. */
  static void read(CsvRow row, Rejects rejects, Consumer<Sku> good) {
    CellReader cells = new CellReader(row);
    SkuInput input =
        new SkuInput(
            row.word("code"),
            row.text("name"),
            barcodes(row.word("barcodes")),
            row.text("unit"),
            cells.required("scale"),
            cells.orZero("length_mm"),
            cells.orZero("width_mm"),
            cells.orZero("height_mm"),
            cells.orZero("weight_g"),
            row.text("category"));
    List<Violation> violations = new ArrayList<>(SkuRules.check(input));
    if (!cells.reject(violations, rejects)) {
      good.accept(input.toSku());
    }
  }

  /** Separated by spaces. */
  private static List<String> barcodes(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\s+"));
  }
}
