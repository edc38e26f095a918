package dev.holdfast.domain.event;

import org.jspecify.annotations.Nullable;

/**
 * Levels of what can be promised at a position, in the SKU's smallest unit, whose crossing is worth
 * an event of its own.
 *
 * @param lowStock raises {@link EventType#LOW} when the level is at most this after having been
 *     more; null for never
 * @param backInStock raises {@link EventType#BACK} when the level is at least this after having
 *     been less; null for never
 */
public record Thresholds(@Nullable Long lowStock, @Nullable Long backInStock) {
  /** No event at any level. */
  public static final Thresholds NONE = new Thresholds(null, null);

  boolean isLow(StockChange change) {
    return lowStock != null
        && change.before().availableToPromise() > lowStock
        && change.after().availableToPromise() <= lowStock;
  }

  boolean isBack(StockChange change) {
    return backInStock != null
        && change.before().availableToPromise() < backInStock
        && change.after().availableToPromise() >= backInStock;
  }
}
