package dev.holdfast.server.runtime;

import dev.holdfast.application.access.KeyRing;
import dev.holdfast.application.access.Keys;
import dev.holdfast.application.bulk.ExportFiles;
import dev.holdfast.application.bulk.ImportFiles;
import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.webhook.AddressGuard;
import dev.holdfast.application.webhook.WebhookTrial;
import dev.holdfast.server.http.Blocking;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.access.AccessRoutes;
import dev.holdfast.server.http.bulk.BulkRoutes;
import dev.holdfast.server.http.catalogue.CatalogueRoutes;
import dev.holdfast.server.http.stock.StockRoutes;
import dev.holdfast.server.http.webhook.ThresholdRoutes;
import dev.holdfast.server.http.webhook.WebhookRoutes;
import dev.holdfast.server.runtime.config.Settings;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresBulkStore;
import dev.holdfast.storage.postgres.PostgresCatalogueStore;
import dev.holdfast.storage.postgres.PostgresExportReader;
import dev.holdfast.storage.postgres.PostgresStockReader;
import dev.holdfast.storage.postgres.PostgresThresholdStore;
import dev.holdfast.storage.postgres.PostgresWebhookStore;
import java.io.IOException;
import java.util.function.Consumer;

/** What takes commands to the store and reads from it: the part of a ledger node. */
final class LedgerSide {
  private final Settings settings;
  private final FirstStart firstStart;
  private final DemoLoad demo;
  private final StockRoutes stock;
  private final BulkRoutes files;
  private final CatalogueRoutes skusAndLocations;
  private final AccessRoutes keysAndClients;
  private final WebhookRoutes webhooks;
  private final ThresholdRoutes thresholds;

  /**
   * @param progress hears of steps that take time
   */
  LedgerSide(
      Settings settings,
      Database database,
      AccessStore access,
      KeyRing keyRing,
      CommandLanes lanes,
      Blocking blocking,
      AddressGuard guard,
      WebhookTrial trial,
      Consumer<String> progress) {
    this.settings = settings;
    Keys keys = new Keys(access, keyRing);
    CatalogueStore catalogue = new PostgresCatalogueStore(database);
    CatalogueDirectory directory =
        new CatalogueDirectory(catalogue, CatalogueDirectory.DEFAULT_MAX_SKUS);
    StockReader reader = new PostgresStockReader(database);
    ImportFiles imports = new ImportFiles(new PostgresBulkStore(database), catalogue);

    this.firstStart = new FirstStart(access, keys, settings);
    this.demo = new DemoLoad(access, imports, reader, progress);
    this.stock = new StockRoutes(lanes, directory, reader, blocking);
    this.files = new BulkRoutes(imports, new ExportFiles(new PostgresExportReader(database)));
    this.skusAndLocations = new CatalogueRoutes(catalogue);
    this.keysAndClients = new AccessRoutes(keys, access);
    this.webhooks = new WebhookRoutes(new PostgresWebhookStore(database), guard, trial, directory);
    this.thresholds = new ThresholdRoutes(new PostgresThresholdStore(database), directory);
  }

  /** Makes what a first start needs. */
  void prepare() throws IOException {
    firstStart.run();
    if (settings.demo()) {
      demo.run();
    }
  }

  void addTo(Routes routes) {
    keysAndClients.addTo(routes);
    skusAndLocations.addTo(routes);
    stock.addTo(routes);
    files.addTo(routes);
    webhooks.addTo(routes);
    thresholds.addTo(routes);
  }
}
