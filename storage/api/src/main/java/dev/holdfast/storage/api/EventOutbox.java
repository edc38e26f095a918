package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.event.EventType;
import dev.holdfast.domain.event.StockChange;
import dev.holdfast.domain.event.Thresholds;
import dev.holdfast.domain.stock.PositionKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as what webhooks of every client are told from, and how far each has been told.
 * Nothing is copied: per webhook and position the store keeps the last delivered version. Each
 * method is one transaction and throws {@link StoreUnavailableException} when the store cannot be
 * asked.
 */
public interface EventOutbox {
  /** The most ledger entries of one delivery. */
  int MAX_CHANGES = 500;

  /** Every active webhook. */
  List<Subscription> active();

  /** One webhook, active or not. */
  Optional<Subscription> subscription(ClientId client, int id);

  /**
   * Positions with something that the webhook has not been told, parked ones left out, in key
   * order.
   *
   * @param after the position to go on behind; 0 for the first page
   */
  BehindPage behind(Subscription webhook, long after);

  /**
   * What the webhook has to be told next of a position: up to {@link #MAX_CHANGES}, in order. Empty
   * when the position is parked, or its SKU or location is not the client's.
   */
  Optional<Pending> next(Subscription webhook, PositionKey position);

  /**
   * Remembers what was told; a version that is not newer than what is remembered changes nothing.
   */
  void delivered(Subscription webhook, PositionKey position, long version);

  /** Remembers a failed try, unless something was delivered or given up meanwhile. */
  void failed(Subscription webhook, PositionKey position, Failure failure);

  /** Notes for people how a webhook fares. */
  void note(int webhook, Health health);

  /** Positions parked at any webhook. */
  long parked();

  /**
   * A webhook as whoever delivers needs it.
   *
   * @param types what it hears of; empty for everything
   * @param secrets the current one, and the one before while it may still sign
   * @param revision changes whenever a person changes anything of the webhook or its deliveries
   */
  record Subscription(
      int id,
      ClientId client,
      String clientCode,
      String url,
      Set<EventType> types,
      boolean seesBalances,
      List<String> secrets,
      long revision) {
    public boolean hears(EventType type) {
      return types.isEmpty() || types.contains(type);
    }
  }

  /**
   * A page of positions that are behind.
   *
   * @param next to be given as {@code after} for the next page; -1 at the end
   */
  record BehindPage(List<Behind> positions, long next) {}

  /**
   * A position that is behind.
   *
   * @param tries failed since the last delivery
   * @param again when the next try is due, from now; zero or less when at once
   */
  record Behind(PositionKey position, int tries, Duration again) {}

  /**
   * What has to be told of a position.
   *
   * @param delivered the version that was told last
   * @param tries failed since then
   */
  record Pending(
      String sku,
      String location,
      Scale scale,
      Thresholds thresholds,
      long delivered,
      int tries,
      List<StockChange> changes) {}

  /**
   * A try that failed.
   *
   * @param delivered the version that was told last when it began
   * @param tries all that failed since then, this one included
   * @param again when to try again, from now; null parks the position
   */
  record Failure(long delivered, int tries, String reason, @Nullable Duration again) {}

  /**
   * How a webhook fares.
   *
   * @param succeeded whether something was delivered since the last note
   * @param failure why the last failed try since the last note failed; null when none did
   * @param pending positions with something undelivered
   */
  record Health(boolean succeeded, @Nullable String failure, long pending) {}
}
