package dev.holdfast.application.floor;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.FloorStore;
import dev.holdfast.storage.api.FloorStore.FloorChange;
import dev.holdfast.storage.api.FloorStore.PickListFilter;
import dev.holdfast.storage.api.FloorStore.PickListRow;
import dev.holdfast.storage.api.FloorStore.StoredWave;
import dev.holdfast.storage.api.FloorStore.WaveFilter;
import dev.holdfast.storage.api.FloorStore.WaveRow;
import dev.holdfast.storage.api.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Waves and pick lists as they are kept, read and written whole. For any number of threads. */
public final class FloorBook {
  private final FloorStore store;

  public FloorBook(FloorStore store) {
    this.store = store;
  }

  public Optional<FloorWave> wave(ClientId client, UUID id) {
    return store.wave(client, id).map(FloorBook::wave);
  }

  Optional<FloorWave> waveOf(ClientId client, String requestKey) {
    return store.waveOf(client, requestKey).map(FloorBook::wave);
  }

  /** Waves, newest first. */
  public Page<FloorWave> waves(
      ClientId client, WaveFilter filter, @Nullable String after, int limit) {
    Page<StoredWave> page = store.waves(client, filter, after, limit);
    return new Page<>(page.items().stream().map(FloorBook::wave).toList(), page.next());
  }

  public Optional<FloorList> list(ClientId client, UUID id) {
    return store.pickList(client, id).map(FloorBook::list);
  }

  /** Pick lists, newest first; those of one wave in the order of their numbers. */
  public Page<FloorList> lists(
      ClientId client, PickListFilter filter, @Nullable String after, int limit) {
    Page<PickListRow> page = store.pickLists(client, filter, after, limit);
    return new Page<>(page.items().stream().map(FloorBook::list).toList(), page.next());
  }

  /** All pick lists of a wave, in the order of their numbers. */
  public List<FloorList> listsOf(ClientId client, UUID wave) {
    List<FloorList> all = new ArrayList<>();
    PickListFilter filter = new PickListFilter(null, null, wave);
    String after = null;
    do {
      Page<FloorList> page = lists(client, filter, after, Page.MAX_LIMIT);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }

  /** Keeps all of it; false, with nothing changed, when somebody was faster. */
  boolean keep(ClientId client, @Nullable FloorWave wave, List<FloorList> lists) {
    return store.keep(
        client,
        new FloorChange(
            wave == null ? null : wave.row(), lists.stream().map(FloorList::row).toList()));
  }

  /**
   * What a pick list's document says.
   *
   * @throws IllegalStateException when it is none
   */
  public static FloorList.Content contentOf(String document) {
    return FloorJson.read(document, FloorList.Content.class);
  }

  private static FloorWave wave(StoredWave stored) {
    WaveRow row = stored.row();
    return new FloorWave(
        row.id(),
        row.number(),
        row.locationId(),
        row.state(),
        row.version(),
        row.unfinished(),
        row.request(),
        stored.createdAt(),
        FloorJson.read(row.document(), FloorWave.Content.class));
  }

  private static FloorList list(PickListRow row) {
    return new FloorList(
        row.id(),
        row.number(),
        row.wave(),
        row.locationId(),
        row.state(),
        row.version(),
        row.unfinished(),
        FloorJson.read(row.document(), FloorList.Content.class));
  }
}
