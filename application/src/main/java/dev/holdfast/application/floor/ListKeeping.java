package dev.holdfast.application.floor;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.PickListState;
import dev.holdfast.domain.fulfilment.pick.WaveState;
import java.util.List;

/** Keeps a pick list together with what it means for its wave. */
final class ListKeeping {
  private ListKeeping() {}

  /**
   * Keeps a list; one that is done is noted on its wave, which is done with its last list. False
   * when somebody was faster with either.
   */
  static boolean keep(FloorBook floor, ClientId client, FloorList next) {
    if (next.state() != PickListState.DONE) {
      return floor.keep(client, null, List.of(next));
    }
    FloorWave wave =
        floor
            .wave(client, next.wave())
            .orElseThrow(() -> new IllegalStateException("a list of no wave: " + next.number()));
    FloorWave.Content content = wave.content().withDone(next.id());
    long lists = floor.listsOf(client, wave.id()).size();
    WaveState to = content.done().size() == lists ? WaveState.DONE : wave.state();
    return floor.keep(client, wave.next(to, wave.unfinished(), content), List.of(next));
  }
}
