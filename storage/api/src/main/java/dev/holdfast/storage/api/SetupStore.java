package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a client has set up for fulfilment: documents that the store neither reads nor changes, each
 * by its kind and code. A revision per client grows by one with every change. Each method is one
 * transaction, sees nothing of another client, and throws {@link StoreUnavailableException} when
 * the store cannot be asked; whether a change happened is not known then, and the same change again
 * is refused by its revision if it did.
 */
public interface SetupStore {
  /** The most characters of a kind. */
  int MAX_KIND = 32;

  /** The most characters of a code: those of a SKU or location. */
  int MAX_CODE = 64;

  /** The latest revision; 0 while nothing was ever set up. */
  long revision(ClientId client);

  /** All settings as they were at one revision, in order of kind and code. */
  Snapshot all(ClientId client);

  Optional<SetupRow> find(ClientId client, String kind, String code);

  /** Settings of a kind in code order. */
  Page<SetupRow> list(ClientId client, String kind, @Nullable String after, int limit);

  /**
   * Makes all changes or none.
   *
   * @param expected the revision that they were thought of at
   * @param changes at least one; no kind and code twice
   * @return the new revision; empty, with no effect, when another change was first
   */
  OptionalLong change(ClientId client, long expected, List<Change> changes);

  /**
   * A document that counts from now on.
   *
   * @param kind 1 to {@link #MAX_KIND} characters
   * @param code 1 to {@link #MAX_CODE} characters
   * @param document null removes it, also where there is none
   */
  record Change(String kind, String code, @Nullable String document) {}

  /**
   * A document that is kept.
   *
   * @param version the revision that wrote it
   */
  record SetupRow(String kind, String code, long version, String document, Instant updatedAt) {}

  /** All documents of one moment. */
  record Snapshot(long revision, List<SetupRow> rows) {
    /** Copies the rows. */
    public Snapshot {
      rows = List.copyOf(rows);
    }
  }
}
