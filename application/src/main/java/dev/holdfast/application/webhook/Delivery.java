package dev.holdfast.application.webhook;

import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.EventOutbox;
import dev.holdfast.storage.api.EventOutbox.Failure;
import dev.holdfast.storage.api.EventOutbox.Pending;
import dev.holdfast.storage.api.EventOutbox.Subscription;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one webhook what comes next of one position: read, send, remember. What was sent is
 * remembered only afterwards, so a node that dies in between sends it again. Blocks.
 */
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final EventOutbox outbox;
  private final Courier courier;
  private final Backoff backoff;
  private final Clock clock;

  Delivery(EventOutbox outbox, Courier courier, Backoff backoff, Clock clock) {
    this.outbox = outbox;
    this.courier = courier;
    this.backoff = backoff;
    this.clock = clock;
  }

  /** What became of it. */
  sealed interface Result {}

  /**
   * Told up to a version.
   *
   * @param sent changes that were sent; 0 when there was nothing that the webhook hears of
   * @param more whether the next ones are known to be there already
   */
  record Told(long version, int sent, boolean more) implements Result {}

  /**
   * Sent and not taken.
   *
   * @param again when to try again; null when the position was parked
   */
  record NotTaken(Courier.Answer.Failed answer, @Nullable Duration again) implements Result {}

  /** The position is parked, or cannot be there. */
  record Nothing() implements Result {}

  /** Nothing is known; to be tried again. */
  record StoreAway() implements Result {}

  Result run(Subscription webhook, PositionKey position) {
    try {
      Optional<Pending> pending = outbox.next(webhook, position);
      return pending.isEmpty() ? new Nothing() : tell(webhook, position, pending.get());
    } catch (StoreUnavailableException away) {
      LOG.debug("webhook {} waits for the store", webhook.id(), away);
      return new StoreAway();
    } catch (RuntimeException bug) {
      LOG.error("webhook {} could not be told of position {}", webhook.id(), position, bug);
      return new StoreAway();
    }
  }

  private Result tell(Subscription webhook, PositionKey position, Pending pending) {
    if (pending.changes().isEmpty()) {
      return new Told(pending.delivered(), 0, false);
    }
    long version = pending.changes().getLast().version();
    boolean more = pending.changes().size() == EventOutbox.MAX_CHANGES;
    byte[] body = EventBatch.of(webhook, position, pending);
    if (body == null) {
      outbox.delivered(webhook, position, version);
      return new Told(version, 0, more);
    }
    return switch (send(webhook, body)) {
      case Courier.Answer.Taken taken -> {
        outbox.delivered(webhook, position, version);
        yield new Told(version, pending.changes().size(), more);
      }
      case Courier.Answer.Failed failed -> {
        int tries = pending.tries() + 1;
        Duration again = backoff.after(tries, failed.retryAfter());
        outbox.failed(
            webhook, position, new Failure(pending.delivered(), tries, failed.reason(), again));
        yield new NotTaken(failed, again);
      }
    };
  }

  /** Sends a body, signed at this moment. */
  Courier.Answer send(Subscription webhook, byte[] body) {
    long seconds = clock.instant().getEpochSecond();
    return courier.send(webhook.url(), body, Signature.of(webhook.secrets(), seconds, body));
  }
}
