package dev.holdfast.application.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be had as a file, and its columns. What can also be imported has the same ones. */
public enum ExportKind {
  SKUS("skus", ImportKind.SKUS.columnNames()),
  LOCATIONS("locations", ImportKind.LOCATIONS.columnNames()),
  STOCK("stock", ImportKind.STOCK.columnNames()),
  LEDGER(
      "ledger",
      List.of(
          "sku",
          "location",
          "version",
          "kind",
          "at",
          "actor",
          "on_hand_change",
          "reserved_change",
          "on_hand",
          "reserved",
          "safety_stock",
          "reason",
          "subject")),
  RESERVATIONS(
      "reservations",
      List.of("reservation", "state", "sku", "location", "quantity", "created_at", "expires_at"));

  private final String label;
  private final List<String> columns;

  ExportKind(String label, List<String> columns) {
    this.label = label;
    this.columns = columns;
  }

  /** The name on the wire and on the command line. */
  public String label() {
    return label;
  }

  /** Whether it tells what is on hand, and not only what can be had. */
  public boolean tellsBalances() {
    return this == STOCK || this == LEDGER;
  }

  List<String> columns() {
    return columns;
  }

  /** The kind with this name. */
  public static Optional<ExportKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  /** All names, for people. */
  public static String labels() {
    return Arrays.stream(values()).map(ExportKind::label).collect(Collectors.joining(", "));
  }
}
