package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.LocationRules;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of the catalogue's tables as what they mean. */
final class CatalogueRows {
  private CatalogueRows() {}

  static SkuRef skuRef(ResultSet row, StatementContext context) throws SQLException {
    return new SkuRef(row.getLong("id"), row.getString("code"), new Scale(row.getInt("scale")));
  }

  static LocationRef locationRef(ResultSet row, StatementContext context) throws SQLException {
    return new LocationRef(row.getInt("id"), row.getString("code"));
  }

  static Sku sku(ResultSet row, StatementContext context) throws SQLException {
    Sku.Size size =
        new Sku.Size(
            row.getInt("length_mm"),
            row.getInt("width_mm"),
            row.getInt("height_mm"),
            row.getInt("weight_g"));
    return new Sku(
        row.getString("code"),
        row.getString("name"),
        List.of((String[]) row.getArray("barcodes").getArray()),
        row.getString("unit"),
        new Scale(row.getInt("scale")),
        size,
        row.getString("category"));
  }

  static Location location(ResultSet row, StatementContext context) throws SQLException {
    return new Location(
        row.getString("code"),
        row.getString("name"),
        LocationRules.kind(row.getString("kind")).orElseThrow(),
        row.getString("region"),
        LocationRules.shortest(row.getBigDecimal("latitude")),
        LocationRules.shortest(row.getBigDecimal("longitude")),
        ZoneId.of(row.getString("time_zone")),
        row.getString("address"));
  }
}
