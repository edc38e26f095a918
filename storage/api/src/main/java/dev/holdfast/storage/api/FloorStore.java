package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.PickListState;
import dev.holdfast.domain.fulfilment.pick.WaveState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Waves, pick lists and the numbers of parcels of one client, as documents that the store neither
 * reads nor changes. No stock is kept here. Each method is one transaction, sees nothing of another
 * client, and throws {@link StoreUnavailableException} when the store cannot be asked.
 */
public interface FloorStore {
  /**
   * Keeps a wave, pick lists or both: all of them or none. A row of version 1 is new; a row of a
   * later version replaces that of the version before. Repeating a change that was kept is refused,
   * so whoever did not hear the answer reads again.
   *
   * @return false, and nothing is changed, when a row has another version than expected, or a new
   *     one exists already or has the request key of another
   * @throws StoreUnavailableException also when the outcome is unknown
   */
  boolean keep(ClientId client, FloorChange change);

  Optional<StoredWave> wave(ClientId client, UUID id);

  /** The wave that was made for a request. */
  Optional<StoredWave> waveOf(ClientId client, String requestKey);

  /**
   * Waves, newest first.
   *
   * @param after the cursor of the page before
   * @param limit 1 to {@link Page#MAX_LIMIT}
   * @throws BadCursorException when {@code after} is no cursor
   */
  Page<StoredWave> waves(ClientId client, WaveFilter filter, @Nullable String after, int limit);

  Optional<PickListRow> pickList(ClientId client, UUID id);

  /** Pick lists, newest first; those of one wave in the order of their identifiers. */
  Page<PickListRow> pickLists(
      ClientId client, PickListFilter filter, @Nullable String after, int limit);

  /**
   * Waves and pick lists of any client that somebody left unfinished, oldest first.
   *
   * @param quiet only what nobody has touched for so long, by the store's clock
   */
  List<Unfinished> unfinished(Duration quiet, int limit);

  /** Remembers whose the numbers of parcels are; what is known already stays as it is. */
  void track(ClientId client, Parcel parcel, List<String> numbers);

  /** Whose parcel has this number. */
  Optional<Parcel> parcel(ClientId client, String number);

  /**
   * A wave as it is kept.
   *
   * @param number what people call it, 1 to 64 characters
   * @param version from 1, one more with each change
   * @param unfinished whether its orders do not all say yet what it says
   */
  record WaveRow(
      UUID id,
      String number,
      int locationId,
      WaveState state,
      long version,
      boolean unfinished,
      Request request,
      String document) {}

  /** Who asked for a wave: an idempotency key and the fingerprint of what was asked. */
  record Request(String key, UUID fingerprint) {}

  /** A wave and the store's time when it was made. */
  record StoredWave(WaveRow row, Instant createdAt) {}

  /**
   * A pick list as it is kept.
   *
   * @param unfinished whether something was not found and its orders do not know yet
   */
  record PickListRow(
      UUID id,
      String number,
      UUID wave,
      int locationId,
      PickListState state,
      long version,
      boolean unfinished,
      String document) {}

  /** What is kept together. */
  record FloorChange(@Nullable WaveRow wave, List<PickListRow> pickLists) {
    public FloorChange {
      pickLists = List.copyOf(pickLists);
    }
  }

  /** Which waves to list; null: any. */
  record WaveFilter(@Nullable Integer locationId, @Nullable WaveState state) {}

  /** Which pick lists to list; null: any. */
  record PickListFilter(
      @Nullable Integer locationId, @Nullable PickListState state, @Nullable UUID wave) {}

  /** Whose a parcel is. */
  record Parcel(UUID order, UUID shipment) {}

  /** Something that was left in the middle: a wave or else a pick list. */
  record Unfinished(ClientId client, UUID id, boolean isWave) {}
}
