package dev.holdfast.application.webhook;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.EventOutbox;
import dev.holdfast.storage.api.EventOutbox.Subscription;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends a trial event to a webhook now and tells the answer, without any retry. One at a time per
 * client: whoever asks waits for the receiver, and a slow one must not take what others need.
 */
public final class WebhookTrial {
  private final EventOutbox outbox;
  private final Delivery delivery;
  private final Clock clock;
  private final Set<ClientId> underWay = ConcurrentHashMap.newKeySet();

  public WebhookTrial(EventOutbox outbox, Courier courier, Clock clock) {
    this.outbox = outbox;
    this.delivery = new Delivery(outbox, courier, Backoff.STANDARD, clock);
    this.clock = clock;
  }

  /** What the receiver answered; empty when the client has no such webhook. Blocks. */
  public Optional<Courier.Answer> run(ClientId client, int webhook) {
    Optional<Subscription> found = outbox.subscription(client, webhook);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (!underWay.add(client)) {
      return Optional.of(
          new Courier.Answer.Failed(
              "not sent: another test of yours is under way; wait for its answer", false, null));
    }
    try {
      byte[] ping = EventBatch.ping(found.get(), clock.instant());
      return Optional.of(delivery.send(found.get(), ping));
    } finally {
      underWay.remove(client);
    }
  }
}
