package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.event.Thresholds;
import dev.holdfast.domain.stock.PositionKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thresholds of one client's positions. Each method is one transaction, sees nothing of another
 * client, and throws {@link StoreUnavailableException} when the store cannot be asked. The position
 * of a SKU and a location may have thresholds before anything ever happened to it.
 */
public interface ThresholdStore {
  /** Sets or replaces them. Both the SKU and the location of the position are the client's. */
  void set(ClientId client, PositionKey position, Thresholds thresholds);

  Optional<Thresholds> thresholds(ClientId client, PositionKey position);

  /** Removes them; false when there were none. */
  boolean remove(ClientId client, PositionKey position);

  /** All of them in key order. */
  Page<ThresholdRow> list(ClientId client, @Nullable String after, int limit);

  /** A position with its thresholds. */
  record ThresholdRow(PositionKey position, Thresholds thresholds) {}
}
