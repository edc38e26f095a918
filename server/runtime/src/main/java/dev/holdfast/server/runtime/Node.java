package dev.holdfast.server.runtime;

import dev.holdfast.application.access.KeyRing;
import dev.holdfast.application.access.VisitorLimits;
import dev.holdfast.application.fulfilment.carrier.CarrierRates;
import dev.holdfast.application.fulfilment.carrier.HttpCarrier;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.lanes.LaneListener;
import dev.holdfast.application.webhook.AddressGuard;
import dev.holdfast.application.webhook.Courier;
import dev.holdfast.application.webhook.WebhookTrial;
import dev.holdfast.server.http.Blocking;
import dev.holdfast.server.http.Failures;
import dev.holdfast.server.http.HttpFace;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.Visitors;
import dev.holdfast.server.http.availability.AvailabilityRoutes;
import dev.holdfast.server.http.forward.LedgerForward;
import dev.holdfast.server.http.front.FrontRoutes;
import dev.holdfast.server.http.operations.LabRunRoutes;
import dev.holdfast.server.http.operations.OperationsRoutes;
import dev.holdfast.server.http.search.SearchRoutes;
import dev.holdfast.server.http.web.WebFiles;
import dev.holdfast.server.http.web.WebRoutes;
import dev.holdfast.server.runtime.config.CarrierSettings;
import dev.holdfast.server.runtime.config.NodeRole;
import dev.holdfast.server.runtime.config.Settings;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.EventOutbox;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresAccessStore;
import dev.holdfast.storage.postgres.PostgresEventOutbox;
import dev.holdfast.storage.postgres.PostgresStockLedger;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node, wired: every part by one readable constructor call. Its roles say which parts it has.
 * Started in the order of need, stopped in the opposite one: no more requests, then what waits is
 * written, then the store.
 */
final class Node implements AutoCloseable {
  private static final long LISTEN_SECONDS = 20;

  /** Ten million positions load in less; a node that listens before only says that it loads. */
  private static final Duration VIEW_PATIENCE = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(Node.class);

  private final Settings settings;
  private final Database database;
  private final PrometheusMeterRegistry metrics;
  private final Vertx vertx;
  private final Blocking blocking = new Blocking();
  private final OperationsSide operations = new OperationsSide();
  private final CommandLanes lanes;
  private final @Nullable LedgerSide ledger;
  private final @Nullable JobsSide jobs;
  private final Courier courier;
  private final RollUps rollUps;
  private final @Nullable HttpCarrier carrier;
  private final EdgeSide edge;
  private final ManagementFace management;
  private final HttpFace http;

  /**
   * @param progress hears of steps that take time
   */
  Node(Settings settings, Database database, Consumer<String> progress) {
    this.settings = settings;
    this.database = database;
    this.metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setPreferNativeTransport(true)
                .setEventLoopPoolSize(settings.eventLoops()));

    AccessStore access = new PostgresAccessStore(database);
    KeyRing keyRing = new KeyRing(access);
    Visitors visitors = new Visitors(new VisitorLimits(settings.visitors()));
    StockLedger store = new PostgresStockLedger(database);

    LaneListener meters = LaneListener.all(List.of(new LaneMeters(metrics), operations.listener()));
    this.lanes = new CommandLanes(settings.lanes(), store, meters);
    AddressGuard guard =
        new AddressGuard(settings.webhookAllowedNetworks(), InetAddress::getAllByName);
    EventOutbox outbox = new PostgresEventOutbox(database);
    this.courier = new Courier(vertx, guard, Courier.TIMEOUT);
    WebhookTrial trial = new WebhookTrial(outbox, courier, Clock.systemUTC());
    CarrierSettings carriers = settings.carrier();
    this.carrier =
        carriers == null
            ? null
            : new HttpCarrier(carriers.url(), carriers.token(), carriers.deadline());
    this.rollUps = new RollUps(settings.reports(), database);
    this.edge = new EdgeSide(settings, database, metrics, lanes::suspectStore);
    this.ledger =
        settings.has(NodeRole.LEDGER)
            ? new LedgerSide(
                settings,
                database,
                access,
                keyRing,
                lanes,
                edge.view(),
                blocking,
                visitors,
                guard,
                trial,
                carrier == null ? CarrierRates.NONE : carrier,
                rollUps,
                progress)
            : null;
    this.jobs =
        settings.has(NodeRole.JOBS)
            ? new JobsSide(
                settings,
                database,
                store,
                lanes,
                outbox,
                courier,
                edge.view(),
                rollUps.folds(),
                DemoHistory.before(settings, database))
            : null;
    this.management = new ManagementFace(metrics, edge::isReady);
    this.http =
        new HttpFace(
            settings.host(),
            settings.port(),
            keyRing,
            visitors,
            blocking,
            this::refusal,
            features(access));
    addMeters();
  }

  /** What adds this node's routes to each event loop. */
  private Consumer<Routes> features(AccessStore access) {
    FrontRoutes front = new FrontRoutes(lanes, edge.view(), Version.current());
    AvailabilityRoutes availability = new AvailabilityRoutes(edge.view());
    SearchRoutes search = new SearchRoutes(edge.view(), edge.search(), blocking);
    OperationsRoutes operating =
        operations.watch(
            settings,
            database,
            access,
            new OperationsSide.Watched(lanes, edge.view(), availability));
    LabRunRoutes measured = new LabRunRoutes(settings.data().resolve("lab"));
    edge.measureStreams(availability);
    WebRoutes web = new WebRoutes(WebFiles.ofProgram());
    boolean answersLookups = settings.has(NodeRole.EDGE);
    LedgerForward forward =
        answersLookups && ledger == null ? new LedgerForward(vertx, settings.ledgerUrls()) : null;
    return routes -> {
      front.addTo(routes);
      operating.addTo(routes);
      measured.addTo(routes);
      if (answersLookups) {
        availability.addTo(routes);
        search.addTo(routes);
      }
      if (ledger != null) {
        ledger.addTo(routes);
      }
      if (forward != null) {
        forward.addTo(routes);
      }
      // Last: programs that ask often need not pass by the pages.
      web.addTo(routes, front::welcome);
    };
  }

  /** What commands are refused with before anything is read of them; null for nothing. */
  private @Nullable Problem refusal() {
    if (lanes.isStoreAway()) {
      return Failures.unavailable();
    }
    return lanes.isFull() ? Failures.overloaded() : null;
  }

  private void addMeters() {
    Gauge.builder("holdfast.lanes.waiting", lanes, CommandLanes::waiting)
        .description("Commands that wait for their batch")
        .register(metrics);
    if (jobs != null) {
      jobs.measure(metrics);
    }
    if (ledger != null) {
      ledger.measure(metrics);
    }
    new JvmMemoryMetrics().bindTo(metrics);
    new JvmGcMetrics().bindTo(metrics);
    new ProcessorMetrics().bindTo(metrics);
  }

  /** Where the node can be reached. */
  record Addresses(String url, String management) {}

  /** Makes what a first start needs, starts the jobs and listens. */
  Addresses start() throws Exception {
    int managementPort =
        await(management.listen(vertx, settings.host(), settings.managementPort()));
    edge.start();
    if (ledger != null) {
      ledger.prepare();
    }
    if (jobs != null) {
      jobs.start();
    }
    if (!edge.awaitReady(VIEW_PATIENCE)) {
      LOG.warn("the view is still being loaded; lookups answer 503 until it is");
    }
    int port = await(http.listen(vertx, settings.eventLoops()));
    management.started();
    return new Addresses(
        "http://" + settings.host() + ":" + port,
        "http://" + settings.host() + ":" + managementPort);
  }

  private static <T> T await(Future<T> future) throws Exception {
    try {
      return future.toCompletionStage().toCompletableFuture().get(LISTEN_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException stuck) {
      throw new IllegalStateException("listening took too long", stuck);
    }
  }

  @Override
  public void close() {
    management.stopping();
    operations.close();
    if (jobs != null) {
      jobs.close();
    }
    if (ledger != null) {
      ledger.close();
    }
    lanes.close();
    edge.close();
    courier.close();
    if (carrier != null) {
      carrier.close();
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
    blocking.close();
    rollUps.close();
    metrics.close();
    database.close();
  }
}
