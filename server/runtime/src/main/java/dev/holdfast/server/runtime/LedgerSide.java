package dev.holdfast.server.runtime;

import dev.holdfast.application.access.Accounts;
import dev.holdfast.application.access.KeyRing;
import dev.holdfast.application.access.Keys;
import dev.holdfast.application.access.OpenIdLogin;
import dev.holdfast.application.access.PasswordHasher;
import dev.holdfast.application.access.PublicShop;
import dev.holdfast.application.access.SignIn;
import dev.holdfast.application.bulk.ExportFiles;
import dev.holdfast.application.bulk.ImportFiles;
import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.fulfilment.carrier.CarrierRates;
import dev.holdfast.application.fulfilment.quote.QuoteParcels;
import dev.holdfast.application.fulfilment.setup.SetUpFulfilment;
import dev.holdfast.application.fulfilment.setup.SetupBook;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.lots.LotBook;
import dev.holdfast.application.order.PlanOrder;
import dev.holdfast.application.reporting.refusal.RefusalQueue;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.webhook.AddressGuard;
import dev.holdfast.application.webhook.WebhookTrial;
import dev.holdfast.server.http.Blocking;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.SessionCookie;
import dev.holdfast.server.http.Visitors;
import dev.holdfast.server.http.access.AccessRoutes;
import dev.holdfast.server.http.bulk.BulkRoutes;
import dev.holdfast.server.http.catalogue.CatalogueRoutes;
import dev.holdfast.server.http.fulfilment.FulfilmentRoutes;
import dev.holdfast.server.http.operations.ShortfallRoutes;
import dev.holdfast.server.http.order.OrderRoutes;
import dev.holdfast.server.http.reporting.RebuildRoute;
import dev.holdfast.server.http.session.OpenIdRoutes;
import dev.holdfast.server.http.session.SessionRoutes;
import dev.holdfast.server.http.stock.StockRoutes;
import dev.holdfast.server.http.webhook.ThresholdRoutes;
import dev.holdfast.server.http.webhook.WebhookRoutes;
import dev.holdfast.server.runtime.config.OpenIdSettings;
import dev.holdfast.server.runtime.config.Settings;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccountStore;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.SetupStore;
import dev.holdfast.storage.lake.DuckTableFiles;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresAccountStore;
import dev.holdfast.storage.postgres.PostgresBulkStore;
import dev.holdfast.storage.postgres.PostgresCatalogueStore;
import dev.holdfast.storage.postgres.PostgresExportReader;
import dev.holdfast.storage.postgres.PostgresLotStore;
import dev.holdfast.storage.postgres.PostgresOrderStore;
import dev.holdfast.storage.postgres.PostgresRefusalLog;
import dev.holdfast.storage.postgres.PostgresSetupStore;
import dev.holdfast.storage.postgres.PostgresStockReader;
import dev.holdfast.storage.postgres.PostgresThresholdStore;
import dev.holdfast.storage.postgres.PostgresWebhookStore;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What takes commands to the store and reads from it: the part of a ledger node. */
final class LedgerSide implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerSide.class);

  /** Files of reports are made here, and gone when they are sent. */
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  private final Settings settings;
  private final FirstStart firstStart;
  private final DemoLoad demo;
  private final StockRoutes stock;
  private final PlanOrder planning;
  private final OrderRoutes orders;
  private final FloorSide floor;
  private final ShortfallRoutes shortfalls;
  private final BulkRoutes files;
  private final CatalogueRoutes skusAndLocations;
  private final AccessRoutes keysAndClients;
  private final PublicShop shop;
  private final SessionRoutes session;
  private final OpenIdRoutes companyLogin;
  private final WebhookRoutes webhooks;
  private final ThresholdRoutes thresholds;
  private final SetupBook setup;
  private final FulfilmentRoutes fulfilment;
  private final ReportSide reports;
  private final RebuildRoute rebuild;
  private final RefusalQueue refusals;

  /**
   * @param progress hears of steps that take time
   */
  LedgerSide(
      Settings settings,
      Database database,
      AccessStore access,
      KeyRing keyRing,
      CommandLanes lanes,
      StockView view,
      Blocking blocking,
      Visitors visitors,
      AddressGuard guard,
      WebhookTrial trial,
      CarrierRates carriers,
      RollUps rollUps,
      Consumer<String> progress) {
    this.settings = settings;
    Keys keys = new Keys(access, keyRing);
    CatalogueStore catalogue = new PostgresCatalogueStore(database);
    CatalogueDirectory directory =
        new CatalogueDirectory(catalogue, CatalogueDirectory.DEFAULT_MAX_SKUS);
    PostgresStockReader reader = new PostgresStockReader(database);

    AccountStore people = new PostgresAccountStore(database);
    PasswordHasher hasher = new PasswordHasher();
    Accounts accounts = new Accounts(people, keyRing, hasher);

    this.firstStart = new FirstStart(access, keys, accounts, settings);
    SetupStore setups = new PostgresSetupStore(database);
    this.setup = new SetupBook(setups, catalogue);
    SetUpFulfilment setUp = new SetUpFulfilment(setups, catalogue, setup);
    this.fulfilment =
        new FulfilmentRoutes(setups, setUp, new QuoteParcels(setup, carriers, Clock.systemUTC()));
    PostgresLotStore lots = new PostgresLotStore(database);
    this.planning = new PlanOrder(view, setup::of, new LotBook(lots), Clock.systemUTC());
    this.refusals = new RefusalQueue(new PostgresRefusalLog(database), Clock.systemUTC());
    this.orders =
        new OrderRoutes(
            planning,
            new PostgresOrderStore(database),
            reader,
            lanes,
            directory,
            view,
            refusals,
            Clock.systemUTC());
    ImportFiles imports =
        new ImportFiles(new PostgresBulkStore(database), catalogue, orders.files());
    this.demo =
        new DemoLoad(
            access,
            imports,
            reader,
            new DemoLots(lanes, directory, Clock.systemUTC()),
            new DemoSetup(setups, setUp),
            progress);
    this.stock = new StockRoutes(lanes, directory, reader, lots, blocking, visitors);
    FloorSide.Shared shared = new FloorSide.Shared(lanes, catalogue, directory, reader);
    this.floor = new FloorSide(database, shared, setup, planning);
    this.shortfalls = new ShortfallRoutes(reader);
    this.files = new BulkRoutes(imports, new ExportFiles(new PostgresExportReader(database)));
    this.skusAndLocations = new CatalogueRoutes(catalogue);
    this.keysAndClients = new AccessRoutes(keys, accounts, access, settings.openId() == null);
    this.shop = new PublicShop(access, keyRing);
    SignIn signIn = new SignIn(people, keyRing, hasher);
    SessionCookie cookie = new SessionCookie(settings.isPublicByHttps());
    OpenIdSettings company = settings.openId();
    this.session =
        new SessionRoutes(signIn, access, shop, cookie, company == null ? null : company.name());
    this.companyLogin =
        new OpenIdRoutes(
            company == null ? null : new OpenIdLogin(company.registration()), signIn, cookie);
    this.webhooks = new WebhookRoutes(new PostgresWebhookStore(database), guard, trial, directory);
    this.thresholds = new ThresholdRoutes(new PostgresThresholdStore(database), directory);
    this.rebuild = new RebuildRoute(rollUps.folds());
    this.reports = new ReportSide(rollUps.reads(), catalogue, view, new DuckTableFiles(TEMPORARY));
  }

  /** Makes what a first start needs. */
  void prepare() throws IOException {
    firstStart.run();
    if (settings.demo()) {
      demo.run();
    }
    openShop();
    floor.start();
    refusals.start();
  }

  /** Lets everybody into the shop of one client, where the settings say so. */
  private void openShop() {
    boolean usual = settings.shop().isEmpty() && settings.demo();
    String client = usual ? FirstStart.FIRST_CLIENT : settings.shop();
    if (!client.isEmpty() && !client.equals(Settings.NO_SHOP) && !shop.open(client)) {
      LOG.warn(
          "the shop stays closed: there is no client {}; make it, or change the setting shop, and"
              + " start again",
          client);
    }
  }

  /** What clients have set up for fulfilment. */
  SetupBook setup() {
    return setup;
  }

  void addTo(Routes routes) {
    session.addTo(routes);
    companyLogin.addTo(routes);
    keysAndClients.addTo(routes);
    skusAndLocations.addTo(routes);
    stock.addTo(routes);
    orders.addTo(routes);
    floor.addTo(routes);
    shortfalls.addTo(routes);
    files.addTo(routes);
    webhooks.addTo(routes);
    thresholds.addTo(routes);
    fulfilment.addTo(routes);
    reports.addTo(routes);
    rebuild.addTo(routes);
  }

  void measure(MeterRegistry metrics) {
    FunctionCounter.builder("holdfast.refusals.dropped", refusals, RefusalQueue::dropped)
        .description("Refused lines of orders that reports will not count")
        .register(metrics);
  }

  @Override
  public void close() {
    floor.close();
    refusals.close();
  }
}
