package dev.holdfast.application.bulk;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.ExportReader;
import java.io.IOException;
import java.util.List;

/** Writes SKUs and locations in code order, as an import reads them. */
final class CatalogueExport {
  private CatalogueExport() {}

  static void skus(ExportReader reader, ClientId client, CsvOutput csv) throws IOException {
    List<Sku> page = reader.skus(client, "");
    while (!page.isEmpty()) {
      for (Sku sku : page) {
        csv.plain(sku.code()).text(sku.name()).plain(String.join(" ", sku.barcodes()));
        csv.text(sku.unit()).number(sku.scale().decimals());
        Sku.Size size = sku.size();
        csv.number(size.lengthMm()).number(size.widthMm()).number(size.heightMm());
        csv.number(size.weightG()).text(sku.category()).endRow();
      }
      page = reader.skus(client, page.getLast().code());
    }
  }

  static void locations(ExportReader reader, ClientId client, CsvOutput csv) throws IOException {
    List<Location> page = reader.locations(client, "");
    while (!page.isEmpty()) {
      for (Location place : page) {
        csv.plain(place.code()).text(place.name()).plain(place.kind().label());
        csv.text(place.region());
        csv.plain(place.latitude().toPlainString()).plain(place.longitude().toPlainString());
        csv.plain(place.timeZone().getId()).text(place.address()).endRow();
      }
      page = reader.locations(client, page.getLast().code());
    }
  }
}
