package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.CatalogueStore.Change;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The statements on SKUs and their barcodes, in the transaction of the handle. */
final class SkuTable {
  private static final String SELECT =
      "select s.code, s.name, s.barcodes, s.unit, s.scale, s.length_mm, s.width_mm, s.height_mm,"
          + " s.weight_g, s.category from sku s";

  private final Handle handle;
  private final int client;

  SkuTable(Handle handle, ClientId client) {
    this.handle = handle;
    this.client = client.value();
  }

  List<SkuRef> refsByCode(Collection<String> codes) {
    return handle
        .createQuery(
            "select id, code, scale from sku where client_id = :client and code = any(:codes)")
        .bind("client", client)
        .bindArray("codes", String.class, codes)
        .map(CatalogueRows::skuRef)
        .list();
  }

  List<SkuRef> refsById(Collection<Long> ids) {
    return handle
        .createQuery("select id, code, scale from sku where client_id = :client and id = any(:ids)")
        .bind("client", client)
        .bindArray("ids", Long.class, ids)
        .map(CatalogueRows::skuRef)
        .list();
  }

  Optional<Sku> byCode(String code) {
    return handle
        .createQuery(SELECT + " where s.client_id = :client and s.code = :code")
        .bind("client", client)
        .bind("code", code)
        .map(CatalogueRows::sku)
        .findOne();
  }

  Optional<Sku> byBarcode(String barcode) {
    return handle
        .createQuery(
            SELECT
                + " join sku_barcode b on b.sku_id = s.id"
                + " where s.client_id = :client and b.client_id = :client and b.barcode = :barcode")
        .bind("client", client)
        .bind("barcode", barcode)
        .map(CatalogueRows::sku)
        .findOne();
  }

  List<Sku> list(@Nullable String category, String afterCode, int rows) {
    var query =
        handle
            .createQuery(
                SELECT
                    + " where s.client_id = :client and s.code > :after"
                    + (category == null ? "" : " and s.category = :category")
                    + " order by s.code limit :rows")
            .bind("client", client)
            .bind("after", afterCode)
            .bind("rows", rows);
    if (category != null) {
      query.bind("category", category);
    }
    return query.map(CatalogueRows::sku).list();
  }

  /** The new SKU's number; empty when the code is taken. */
  Optional<Long> insert(Sku sku) {
    var insert =
        handle.createQuery(
            "insert into sku (client_id, code, name, barcodes, unit, scale,"
                + " length_mm, width_mm, height_mm, weight_g, category)"
                + " values (:client, :code, :name, :barcodes, :unit, :scale,"
                + " :length, :width, :height, :weight, :category)"
                + " on conflict (client_id, code) do nothing returning id");
    return bind(insert, sku).mapTo(Long.class).findOne();
  }

  /** The SKU's number; empty when no SKU has the code and the scale. */
  Optional<Long> update(Sku sku) {
    var update =
        handle.createQuery(
            "update sku set name = :name, barcodes = :barcodes, unit = :unit,"
                + " length_mm = :length, width_mm = :width, height_mm = :height,"
                + " weight_g = :weight, category = :category, updated_at = clock_timestamp()"
                + " where client_id = :client and code = :code and scale = :scale returning id");
    return bind(update, sku).mapTo(Long.class).findOne();
  }

  Optional<Scale> scale(String code) {
    return handle
        .createQuery("select scale from sku where client_id = :client and code = :code")
        .bind("client", client)
        .bind("code", code)
        .mapTo(Integer.class)
        .findOne()
        .map(Scale::new);
  }

  /**
   * Makes the SKU's rows of {@code sku_barcode} what its column says. Rows go in in key order, so
   * that two SKUs that want the same ones do not wait for each other.
   *
   * @return the barcode of another SKU that stands in the way, if any
   */
  Optional<Change.BarcodeTaken> claimBarcodes(long sku, List<String> barcodes) {
    handle
        .createUpdate(
            "delete from sku_barcode where client_id = :client and sku_id = :sku"
                + " and barcode <> all(:barcodes)")
        .bind("client", client)
        .bind("sku", sku)
        .bindArray("barcodes", String.class, barcodes)
        .execute();
    Optional<Change.BarcodeTaken> taken = Optional.empty();
    // Again only where a barcode stood in the way and was given up before its owner could be named.
    while (taken.isEmpty() && owned(sku) < barcodes.size()) {
      insertBarcodes(sku, barcodes);
      taken = taken(sku, barcodes);
    }
    return taken;
  }

  private void insertBarcodes(long sku, List<String> barcodes) {
    handle
        .createUpdate(
            "insert into sku_barcode (client_id, barcode, sku_id)"
                + " select :client, b, :sku from unnest(:barcodes) b order by b collate \"C\""
                + " on conflict (client_id, barcode) do nothing")
        .bind("client", client)
        .bind("sku", sku)
        .bindArray("barcodes", String.class, barcodes)
        .execute();
  }

  private int owned(long sku) {
    return handle
        .createQuery("select count(*) from sku_barcode where sku_id = :sku")
        .bind("sku", sku)
        .mapTo(Integer.class)
        .one();
  }

  private Optional<Change.BarcodeTaken> taken(long sku, List<String> barcodes) {
    return handle
        .createQuery(
            "select b.barcode, s.code from sku_barcode b join sku s on s.id = b.sku_id"
                + " where b.client_id = :client and b.barcode = any(:barcodes)"
                + " and b.sku_id <> :sku order by b.barcode limit 1")
        .bind("client", client)
        .bind("sku", sku)
        .bindArray("barcodes", String.class, barcodes)
        .map((row, context) -> new Change.BarcodeTaken(row.getString(1), row.getString(2)))
        .findOne();
  }

  private <S extends SqlStatement<S>> S bind(S statement, Sku sku) {
    return statement
        .bind("client", client)
        .bind("code", sku.code())
        .bind("name", sku.name())
        .bindArray("barcodes", String.class, sku.barcodes())
        .bind("unit", sku.unit())
        .bind("scale", sku.scale().decimals())
        .bind("length", sku.size().lengthMm())
        .bind("width", sku.size().widthMm())
        .bind("height", sku.size().heightMm())
        .bind("weight", sku.size().weightG())
        .bind("category", sku.category());
  }
}
