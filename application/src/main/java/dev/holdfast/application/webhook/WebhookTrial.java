package dev.holdfast.application.webhook;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.EventOutbox;
import java.time.Clock;
import java.util.Optional;

/** Sends a trial event to a webhook now and tells the answer, without any retry. */
public final class WebhookTrial {
  private final EventOutbox outbox;
  private final Delivery delivery;
  private final Clock clock;

  public WebhookTrial(EventOutbox outbox, Courier courier, Clock clock) {
    this.outbox = outbox;
    this.delivery = new Delivery(outbox, courier, Backoff.STANDARD, clock);
    this.clock = clock;
  }

  /** What the receiver answered; empty when the client has no such webhook. Blocks. */
  public Optional<Courier.Answer> run(ClientId client, int webhook) {
    return outbox
        .subscription(client, webhook)
        .map(found -> delivery.send(found, EventBatch.ping(found, clock.instant())));
  }
}
