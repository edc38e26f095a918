package dev.holdfast.server.runtime;

import dev.holdfast.application.jobs.ExpireReservations;
import dev.holdfast.application.jobs.JobRunner;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.lots.WriteOffOverLots;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewListener;
import dev.holdfast.application.webhook.Backoff;
import dev.holdfast.application.webhook.Courier;
import dev.holdfast.application.webhook.WebhookDispatcher;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.server.runtime.config.Settings;
import dev.holdfast.storage.api.EventOutbox;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresJobElection;
import dev.holdfast.storage.postgres.PostgresLotStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What one elected node does without being asked: expiry, lots, retention, webhooks, reports. */
final class JobsSide implements AutoCloseable {
  private final JobRunner runner;
  private final WebhookDispatcher webhooks;
  private final @Nullable FoldSide folding;

  /**
   * @param past what reports count before the first real fact; null while that is not known
   */
  JobsSide(
      Settings settings,
      Database database,
      StockLedger ledger,
      CommandLanes lanes,
      EventOutbox outbox,
      Courier courier,
      StockView view,
      RollUpStore rollUps,
      Supplier<@Nullable FactBatch> past) {
    this.runner =
        new JobRunner(
            new PostgresJobElection(database),
            new ExpireReservations(ledger, lanes),
            new WriteOffOverLots(new PostgresLotStore(database), lanes, Clock.systemUTC()),
            ledger,
            settings.outcomeAge());
    this.webhooks =
        new WebhookDispatcher(
            runner::leads,
            outbox,
            courier,
            Backoff.STANDARD.with(settings.webhookRetries()),
            Clock.systemUTC());
    this.folding =
        settings.reports().enabled()
            ? new FoldSide(
                database,
                rollUps,
                runner::leads,
                settings.reports().interval(),
                past,
                Clock.systemUTC())
            : null;
    view.addListener(
        new ViewListener() {
          @Override
          public void positionChanged(ClientId client, long packedPosition, long version) {
            webhooks.positionChanged(client, packedPosition, version);
          }

          @Override
          public void rebuilt() {
            webhooks.sweepAll();
          }
        });
  }

  void measure(MeterRegistry metrics) {
    gauge(metrics, "pending", WebhookDispatcher::pending, "Positions with changes to deliver");
    gauge(metrics, "delivered", WebhookDispatcher::delivered, "Changes delivered since the start");
    gauge(metrics, "failed", WebhookDispatcher::failed, "Deliveries that failed since the start");
    gauge(metrics, "parked", WebhookDispatcher::parked, "Positions that wait for a person");
    if (folding != null) {
      folding.measure(metrics);
    }
  }

  private void gauge(
      MeterRegistry metrics,
      String name,
      ToDoubleFunction<WebhookDispatcher> value,
      String description) {
    Gauge.builder("holdfast.webhooks." + name, webhooks, value)
        .description(description)
        .register(metrics);
  }

  void start() {
    runner.start();
    webhooks.start();
    if (folding != null) {
      folding.start();
    }
  }

  @Override
  public void close() {
    if (folding != null) {
      folding.close();
    }
    webhooks.close();
    runner.close();
  }
}
