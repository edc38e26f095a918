package dev.holdfast.storage.contract.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.PickListState;
import dev.holdfast.domain.fulfilment.pick.WaveState;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.FloorStore;
import dev.holdfast.storage.api.FloorStore.FloorChange;
import dev.holdfast.storage.api.FloorStore.Parcel;
import dev.holdfast.storage.api.FloorStore.PickListFilter;
import dev.holdfast.storage.api.FloorStore.PickListRow;
import dev.holdfast.storage.api.FloorStore.Request;
import dev.holdfast.storage.api.FloorStore.StoredWave;
import dev.holdfast.storage.api.FloorStore.Unfinished;
import dev.holdfast.storage.api.FloorStore.WaveFilter;
import dev.holdfast.storage.api.FloorStore.WaveRow;
import dev.holdfast.storage.api.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waves, pick lists and parcels as every engine must keep them. */
public abstract class FloorContract {
  private static final WaveFilter ANY = new WaveFilter(null, null);
  private static final int HERE = 7;

  private ClientId client;
  private ClientId other;
  private long made;

  /** The store under test. The same one at every call. */
  protected abstract FloorStore store();

  /** A new client of which nothing exists. */
  protected abstract ClientId newClient();

  @BeforeEach
  void newClients() {
    client = newClient();
    other = newClient();
  }

  /** Identifiers that rise, as those of the application do. */
  private UUID nextId() {
    return new UUID((System.currentTimeMillis() << 16) | 0x7000 | ++made, Long.MIN_VALUE | made);
  }

  private WaveRow newWave() {
    UUID id = nextId();
    Request request = new Request("key-" + id, UUID.randomUUID());
    return new WaveRow(id, "W-" + made, HERE, WaveState.STARTING, 1, true, request, "{\"a\":1}");
  }

  private static WaveRow next(WaveRow row, WaveState state, boolean unfinished) {
    return new WaveRow(
        row.id(),
        row.number(),
        row.locationId(),
        state,
        row.version() + 1,
        unfinished,
        row.request(),
        "{\"a\":" + (row.version() + 1) + "}");
  }

  private PickListRow newList(WaveRow wave) {
    return new PickListRow(
        nextId(), "P-" + made, wave.id(), HERE, PickListState.OPEN, 1, false, "{\"b\":1}");
  }

  private static PickListRow next(PickListRow row, PickListState state, boolean unfinished) {
    return new PickListRow(
        row.id(),
        row.number(),
        row.wave(),
        row.locationId(),
        state,
        row.version() + 1,
        unfinished,
        row.document());
  }

  private boolean keep(@Nullable WaveRow wave, PickListRow... lists) {
    return store().keep(client, new FloorChange(wave, List.of(lists)));
  }

  private List<WaveRow> waves(ClientId whose, WaveFilter filter, int limit) {
    List<WaveRow> all = new ArrayList<>();
    String after = null;
    do {
      Page<StoredWave> page = store().waves(whose, filter, after, limit);
      page.items().forEach(wave -> all.add(wave.row()));
      after = page.next();
    } while (after != null);
    return all;
  }

  @Test
  void aWaveIsKeptWithItsListsOrNotAtAll() {
    WaveRow wave = newWave();
    PickListRow one = newList(wave);
    PickListRow two = newList(wave);
    assertThat(keep(wave)).isTrue();

    assertThat(keep(next(wave, WaveState.PICKING, false), one, two)).isTrue();
    // The first list moves on; the wave is that of before, so neither is changed.
    PickListRow taken = next(one, PickListState.PICKING, false);
    assertThat(keep(next(wave, WaveState.DONE, false), taken)).isFalse();
    assertThat(store().pickList(client, one.id())).contains(one);
    assertThat(store().wave(client, wave.id()).orElseThrow().row().state())
        .isEqualTo(WaveState.PICKING);
    assertThat(keep(null, taken)).isTrue();
    assertThat(keep(null, taken)).isFalse();
    assertThat(store().pickList(client, one.id())).contains(taken);
    PickListFilter ofWave = new PickListFilter(HERE, null, wave.id());
    assertThat(store().pickLists(client, ofWave, null, 10).items()).containsExactly(taken, two);
    PickListFilter open = new PickListFilter(HERE, PickListState.OPEN, null);
    assertThat(store().pickLists(client, open, null, 10).items()).containsExactly(two);
  }

  @Test
  void oneRequestMakesOneWave() {
    WaveRow wave = newWave();
    WaveRow again =
        new WaveRow(
            nextId(), "W-2", HERE, WaveState.STARTING, 1, true, wave.request(), wave.document());
    assertThat(keep(wave)).isTrue();

    assertThat(keep(again)).isFalse();

    StoredWave found = store().waveOf(client, wave.request().key()).orElseThrow();
    assertThat(found.row().id()).isEqualTo(wave.id());
    assertThat(found.row().request()).isEqualTo(wave.request());
    assertThat(store().waveOf(other, wave.request().key())).isEmpty();
  }

  @Test
  void theNewestWavesComeFirstPageByPage() {
    List<WaveRow> kept = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      WaveRow wave = newWave();
      keep(wave);
      kept.addFirst(wave);
    }

    for (int limit : List.of(1, 2, 5, 500)) {
      assertThat(waves(client, ANY, limit)).isEqualTo(kept);
    }
    assertThat(waves(client, new WaveFilter(HERE, WaveState.STARTING), 2)).isEqualTo(kept);
    assertThat(waves(client, new WaveFilter(HERE + 1, null), 2)).isEmpty();
    assertThat(waves(client, new WaveFilter(HERE, WaveState.DONE), 2)).isEmpty();
    assertThat(waves(other, ANY, 2)).isEmpty();
    assertThatThrownBy(() -> store().waves(client, ANY, "no cursor", 2))
        .isInstanceOf(BadCursorException.class);
  }

  @Test
  void whatWasLeftInTheMiddleIsFoundUntilItIsFinished() {
    WaveRow wave = newWave();
    PickListRow list = newList(wave);
    keep(wave);
    PickListRow shortOf = next(list, PickListState.PICKING, true);
    keep(next(wave, WaveState.PICKING, false), list);
    WaveRow left = newWave();
    keep(left);
    keep(null, shortOf);

    assertThat(store().unfinished(Duration.ZERO, 500))
        .contains(new Unfinished(client, left.id(), true), new Unfinished(client, list.id(), false))
        .doesNotContain(new Unfinished(client, wave.id(), true));
    assertThat(store().unfinished(Duration.ofHours(1), 500))
        .doesNotContain(new Unfinished(client, left.id(), true));
    keep(null, next(shortOf, PickListState.PICKING, false));
    assertThat(store().unfinished(Duration.ZERO, 500))
        .doesNotContain(new Unfinished(client, list.id(), false));
  }

  @Test
  void aParcelKeepsItsFirstShipment() {
    Parcel parcel = new Parcel(UUID.randomUUID(), UUID.randomUUID());
    store().track(client, parcel, List.of("HF1", "HF2"));
    store().track(client, new Parcel(UUID.randomUUID(), UUID.randomUUID()), List.of("HF2", "HF3"));

    assertThat(store().parcel(client, "HF2")).contains(parcel);
    assertThat(store().parcel(client, "HF3")).isPresent();
    assertThat(store().parcel(other, "HF1")).isEmpty();
  }
}
