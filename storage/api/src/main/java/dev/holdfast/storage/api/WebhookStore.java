package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.event.EventType;
import dev.holdfast.domain.stock.PositionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks of one client, and what waits for a person there. Each method is one transaction, sees
 * nothing of another client, and throws {@link StoreUnavailableException} when the store cannot be
 * asked. Whoever delivers notices every change within seconds.
 */
public interface WebhookStore {
  /** The most webhooks of one client: each costs a delivery of everything. */
  int MAX_WEBHOOKS = 20;

  /** Adds an active webhook that hears of what happens from now on; empty when there are enough. */
  Optional<WebhookRow> create(ClientId client, WebhookTerms terms, String secret);

  /** The client's webhooks in order of creation. */
  List<WebhookRow> webhooks(ClientId client);

  Optional<WebhookRow> webhook(ClientId client, int id);

  /**
   * Replaces the terms of a webhook; empty when the client has none of this number. Balances that
   * it did not see before stay hidden.
   */
  Optional<WebhookRow> replace(ClientId client, int id, WebhookTerms terms, boolean active);

  /** Deletes a webhook and forgets what it has delivered; false when there is none. */
  boolean delete(ClientId client, int id);

  /**
   * Gives a webhook another secret and lets the one before sign too for a while. Returns until
   * when, by the store's clock; empty when there is no such webhook.
   */
  Optional<Instant> rotate(ClientId client, int id, String secret, Duration oldIsValidFor);

  /** Positions that are parked, in key order. */
  Page<ParkedRow> parked(ClientId client, int id, @Nullable String after, int limit);

  /** Positions that are parked at any webhook of the client, in order of webhooks and keys. */
  Page<ParkedAt> parked(ClientId client, @Nullable String after, int limit);

  /**
   * Lets parked positions be delivered again from where they stopped.
   *
   * @param position the one to replay; null for all
   * @return how many were parked
   */
  int replay(ClientId client, int id, @Nullable PositionKey position);

  /**
   * Gives up everything that waits at a parked position up to now, and delivers what comes after.
   *
   * @return how many ledger entries were given up; empty when the position is not parked
   */
  Optional<Long> skip(ClientId client, int id, PositionKey position);

  /**
   * What a webhook is told, and where.
   *
   * @param types what it hears of; empty for everything
   * @param seesBalances whether it is told what is on hand and reserved
   */
  record WebhookTerms(String url, Set<EventType> types, boolean seesBalances) {}

  /**
   * A webhook without its secret.
   *
   * @param pending positions with something undelivered, as whoever delivers last counted them
   * @param parked positions that wait for a person
   */
  record WebhookRow(
      int id,
      WebhookTerms terms,
      boolean active,
      Instant createdAt,
      @Nullable Instant lastSuccessAt,
      @Nullable Instant lastFailureAt,
      @Nullable String lastFailure,
      long pending,
      long parked) {}

  /** A parked position and the webhook where it is parked. */
  record ParkedAt(int webhook, String url, ParkedRow parked) {}

  /**
   * A position whose deliveries were given up.
   *
   * @param waiting ledger entries that are not delivered
   */
  record ParkedRow(
      PositionKey position,
      String sku,
      String location,
      long waiting,
      int tries,
      String reason,
      Instant parkedAt) {}
}
