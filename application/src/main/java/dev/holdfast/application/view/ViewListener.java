package dev.holdfast.application.view;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.FeedListener.FeedMark;

/**
 * Hears of what has become visible in a view. Called on the feed's thread, after the change can be
 * read: must be quick, because freshness waits for it.
 */
public interface ViewListener {
  /** A position has another version than before. Not called while the whole picture is read. */
  default void positionChanged(ClientId client, long packedPosition, long version) {}

  /** A SKU is new or has changed; also for every SKU of a picture. */
  default void skuChanged(ViewSku sku) {}

  /** A whole picture was read: anything may have changed. */
  default void rebuilt() {}

  /** Everything committed up to the mark is visible. */
  default void reached(FeedMark mark) {}
}
