package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.BulkOrder;
import dev.holdfast.storage.api.BulkStore.RowSource;
import dev.holdfast.storage.api.BulkStore.SkuColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A file of SKUs into their tables: find the rows that cannot be, lock the SKUs that exist in code
 * order, change those that differ, add the missing ones, then make the barcodes' table what the
 * SKUs say. A barcode may move from one SKU of the file to another.
 */
final class BulkSkus {
  private static final String NAMES =
      "code, name, barcodes, unit, scale, length_mm, width_mm, height_mm, weight_g, category";

  private static final String COLUMNS =
      "code text collate \"C\" not null, name text not null, barcodes text[] not null,"
          + " unit text not null, scale smallint not null, length_mm int not null,"
          + " width_mm int not null, height_mm int not null, weight_g int not null,"
          + " category text not null";

  private static final String REJECT_OTHER_SCALE =
      """
      update incoming i set bad_column = 'scale', bad_value = i.scale,
        reason = 'must stay ' || s.scale || ': the scale of a SKU never changes, because its ledger'
          || ' is written in it'
      from sku s
      where s.client_id = :client and s.code = i.code and s.scale <> i.scale
        and i.reason is null\
      """;

  private static final String REJECT_REPEATED_BARCODE =
      """
      update incoming i set bad_column = 'barcodes', bad_value = d.barcode,
        reason = 'stands in line ' || d.first || ' already: a barcode belongs to one SKU'
      from (
        select distinct on (line) line, barcode, first
        from (
          select line, barcode, first_value(line) over (partition by barcode order by line) as first
          from incoming, unnest(barcodes) barcode where reason is null) claim
        where first < line order by line, barcode) d
      where i.line = d.line\
      """;

  /**
   * A SKU of the file gives up the barcodes that its row does not name, unless its row is bad; so
   * this is repeated until it finds nothing.
   */
  private static final String REJECT_FOREIGN_BARCODE =
      """
      update incoming i set bad_column = 'barcodes', bad_value = d.barcode,
        reason = 'belongs to SKU ' || d.owner || ': take it off there first'
      from (
        select distinct on (n.line) n.line, b.barcode, s.code as owner
        from incoming n
        cross join lateral unnest(n.barcodes) u(barcode)
        join sku_barcode b on b.client_id = :client and b.barcode = u.barcode
        join sku s on s.client_id = :client and s.id = b.sku_id
        where n.reason is null and s.code <> n.code
          and not exists (select from incoming o where o.code = s.code and o.reason is null)
        order by n.line, b.barcode) d
      where i.line = d.line\
      """;

  private static final String LOCK =
      """
      select count(*) from (
        select s.id from sku s join incoming i on i.code = s.code
        where s.client_id = :client order by s.code for update of s) locked\
      """;

  private static final String INSERT =
      """
      insert into sku (client_id, code, name, barcodes, unit, scale, length_mm, width_mm,
        height_mm, weight_g, category)
      select :client, i.code, i.name, i.barcodes, i.unit, i.scale, i.length_mm, i.width_mm,
        i.height_mm, i.weight_g, i.category
      from incoming i
      where not exists (select from sku s where s.client_id = :client and s.code = i.code)
      order by i.code\
      """;

  private static final String GIVE_UP_BARCODES =
      """
      delete from sku_barcode b
      using sku s, incoming i
      where s.client_id = :client and s.code = i.code and b.client_id = :client
        and b.sku_id = s.id and b.barcode <> all (i.barcodes)\
      """;

  private static final String CLAIM_BARCODES =
      """
      insert into sku_barcode (client_id, barcode, sku_id)
      select :client, u.barcode, s.id
      from incoming i
      join sku s on s.client_id = :client and s.code = i.code
      cross join lateral unnest(i.barcodes) u(barcode)
      where not exists (
        select from sku_barcode b
        where b.client_id = :client and b.barcode = u.barcode and b.sku_id = s.id)
      order by u.barcode collate "C\"\
      """;

  private final BulkIncoming incoming;
  private final BulkOrder order;
  private final Set<SkuColumn> absent;

  BulkSkus(Connection connection, BulkOrder order, Set<SkuColumn> absent) throws SQLException {
    this.incoming = new BulkIncoming(connection, order.client(), COLUMNS);
    this.order = order;
    this.absent = absent;
  }

  BulkTransaction.Change save(RowSource<Sku> rows) throws SQLException {
    boolean barcodes = !absent.contains(SkuColumn.BARCODES);
    incoming.copy(NAMES, rows, BulkSkus::cells);
    incoming.rejectRepeatedCodes();
    incoming.execute(REJECT_OTHER_SCALE);
    List<String> changes = new ArrayList<>(List.of(LOCK, update(), INSERT));
    if (barcodes) {
      incoming.execute(REJECT_REPEATED_BARCODE);
      while (incoming.execute(REJECT_FOREIGN_BARCODE) > 0) {
        // Each round can only mark rows that no earlier one did.
      }
      changes.add(GIVE_UP_BARCODES);
      changes.add(CLAIM_BARCODES);
    }
    return incoming.apply(order, changes);
  }

  private String update() {
    List<String> columns = new ArrayList<>(List.of("name", "unit", "category"));
    for (SkuColumn column : SkuColumn.values()) {
      if (!absent.contains(column)) {
        columns.add(column.name().toLowerCase(Locale.ROOT));
      }
    }
    String theirs = "s." + String.join(", s.", columns);
    String ours = "i." + String.join(", i.", columns);
    return "update sku s set ("
        + String.join(", ", columns)
        + ", updated_at) = row ("
        + ours
        + ", clock_timestamp()) from incoming i where s.client_id = :client and s.code = i.code"
        + " and ("
        + theirs
        + ") is distinct from ("
        + ours
        + ")";
  }

  private static List<Object> cells(Sku sku) {
    Sku.Size size = sku.size();
    return List.of(
        sku.code(),
        sku.name(),
        "{" + String.join(",", sku.barcodes()) + "}",
        sku.unit(),
        sku.scale().decimals(),
        size.lengthMm(),
        size.widthMm(),
        size.heightMm(),
        size.weightG(),
        sku.category());
  }
}
