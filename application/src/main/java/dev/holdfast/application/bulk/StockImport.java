package dev.holdfast.application.bulk;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.BulkStore;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.StockCounts;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Imports a file of stock: codes are resolved in memory while the file arrives. */
final class StockImport {
  private final BulkStore store;
  private final CatalogueStore locations;

  StockImport(BulkStore store, CatalogueStore locations) {
    this.store = store;
    this.locations = locations;
  }

  BulkResult run(UploadedFile upload) throws IOException {
    ClientId client = upload.request().client();
    Rejects rejects = new Rejects();
    StockSheet sheet = new StockSheet(skus(client), places(client), rejects);
    long rows = CsvFile.read(upload.bytes(), ImportKind.STOCK, rejects, sheet::under);
    StockCounts counts = sheet.sorted();
    if (rejects.fileRefused() || (rejects.count() > 0 && !upload.request().skipBad())) {
      return new BulkResult.Rejected(rows, rejects.count(), rejects.with(List.of()));
    }
    BulkResult result = store.countStock(upload.order(rejects.count()), counts);
    return rejects.addTo(result);
  }

  private Map<String, SkuRef> skus(ClientId client) {
    Map<String, SkuRef> byCode = new HashMap<>();
    store.skuRefs(client, sku -> byCode.put(sku.code(), sku));
    return byCode;
  }

  private Map<String, LocationRef> places(ClientId client) {
    Map<String, LocationRef> byCode = new HashMap<>();
    locations.locationRefs(client).forEach(place -> byCode.put(place.code(), place));
    return byCode;
  }
}
