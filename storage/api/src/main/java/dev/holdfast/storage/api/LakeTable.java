package dev.holdfast.storage.api;

import dev.holdfast.storage.api.FileColumn.Kind;
import java.util.List;
import java.util.Locale;

/**
 * The tables of analysts' files. Every one begins with the client's code and a local day, by which
 * its files are kept apart. Names and types never change; new columns go to the end.
 */
public enum LakeTable {
  /**
   * A version of an order: a row per line and shipment, and one without a shipment for a line that
   * nobody serves. Units are thousandths told as decimals; shipment columns repeat on its lines.
   */
  ORDER_VERSIONS(
      List.of("order_id", "version", "row_number"),
      FileColumn.of("client", Kind.TEXT),
      FileColumn.of("day", Kind.DAY),
      FileColumn.of("order_id", Kind.TEXT),
      FileColumn.of("version", Kind.WHOLE),
      FileColumn.of("row_number", Kind.WHOLE),
      FileColumn.of("number", Kind.TEXT),
      FileColumn.of("state", Kind.TEXT),
      FileColumn.of("cancelled", Kind.YES_NO),
      FileColumn.of("placed_at", Kind.INSTANT),
      FileColumn.of("placed_local", Kind.LOCAL_TIME),
      FileColumn.of("changed_at", Kind.INSTANT),
      FileColumn.of("currency", Kind.TEXT),
      FileColumn.of("country", Kind.TEXT),
      FileColumn.of("postcode", Kind.TEXT),
      FileColumn.of("promised", Kind.DAY),
      FileColumn.of("shipment", Kind.TEXT),
      FileColumn.of("shipment_state", Kind.TEXT),
      FileColumn.of("live", Kind.YES_NO),
      FileColumn.of("location", Kind.TEXT),
      FileColumn.of("carrier", Kind.TEXT),
      FileColumn.of("service", Kind.TEXT),
      FileColumn.of("ship_by", Kind.INSTANT),
      FileColumn.of("arrival", Kind.DAY),
      FileColumn.of("released_at", Kind.INSTANT),
      FileColumn.of("shipped_at", Kind.INSTANT),
      FileColumn.of("cartons", Kind.WHOLE),
      FileColumn.of("shipping_minor", Kind.WHOLE),
      FileColumn.of("line", Kind.WHOLE),
      FileColumn.of("sku", Kind.TEXT),
      FileColumn.of("category", Kind.TEXT),
      FileColumn.decimal("ordered", 3),
      FileColumn.decimal("filled", 3),
      FileColumn.decimal("returned", 3),
      FileColumn.of("revenue_minor", Kind.WHOLE)),
  /** A ledger entry; quantities in smallest units, of which a unit has 10 to the power of scale. */
  LEDGER_ENTRIES(
      List.of("position_id", "version"),
      FileColumn.of("client", Kind.TEXT),
      FileColumn.of("day", Kind.DAY),
      FileColumn.of("position_id", Kind.WHOLE),
      FileColumn.of("version", Kind.WHOLE),
      FileColumn.of("sku", Kind.TEXT),
      FileColumn.of("category", Kind.TEXT),
      FileColumn.of("scale", Kind.WHOLE),
      FileColumn.of("location", Kind.TEXT),
      FileColumn.of("kind", Kind.TEXT),
      FileColumn.of("on_hand_delta", Kind.WHOLE),
      FileColumn.of("reserved_delta", Kind.WHOLE),
      FileColumn.of("on_hand_after", Kind.WHOLE),
      FileColumn.of("reserved_after", Kind.WHOLE),
      FileColumn.of("happened_at", Kind.INSTANT),
      FileColumn.of("subject", Kind.TEXT),
      FileColumn.of("note", Kind.TEXT)),
  /** A pick list that is done. */
  WALKS(
      List.of("list_id", "version"),
      FileColumn.of("client", Kind.TEXT),
      FileColumn.of("day", Kind.DAY),
      FileColumn.of("list_id", Kind.TEXT),
      FileColumn.of("version", Kind.WHOLE),
      FileColumn.of("number", Kind.TEXT),
      FileColumn.of("location", Kind.TEXT),
      FileColumn.of("done_at", Kind.INSTANT),
      FileColumn.of("done_local", Kind.LOCAL_TIME),
      FileColumn.of("length_mm", Kind.WHOLE),
      FileColumn.of("stops", Kind.WHOLE),
      FileColumn.of("lines", Kind.WHOLE));

  private final List<String> key;
  private final List<FileColumn> columns;

  LakeTable(List<String> key, FileColumn... columns) {
    this.key = key;
    this.columns = List.of(columns);
  }

  /** The name of its folder. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The columns that name a row among its client's. */
  public List<String> key() {
    return key;
  }

  /** In the order of a row's values; the client's code and the day come first. */
  public List<FileColumn> columns() {
    return columns;
  }
}
