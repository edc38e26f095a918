package dev.holdfast.application.floor;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.PickListState;
import dev.holdfast.domain.fulfilment.pick.WaveState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Cancels a wave of which nothing was picked. First the wave and all of its lists are cancelled, in
 * one step, so that nobody picks any more; then its shipments are put back. Saying it again goes
 * on. Blocks.
 */
public final class CancelWave {
  private static final int MAX_ATTEMPTS = 5;

  private final FloorBook floor;
  private final CompleteWave completion;

  CancelWave(FloorBook floor, CompleteWave completion) {
    this.floor = floor;
    this.completion = completion;
  }

  /**
   * The cancelled wave.
   *
   * @throws FloorRefusal when something was picked
   */
  public FloorWave cancel(ClientId client, UUID id) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      FloorWave wave =
          completion.complete(
              client, floor.wave(client, id).orElseThrow(() -> FloorRefusal.notFound("wave")));
      if (wave.state() == WaveState.CANCELLED) {
        return wave;
      }
      List<FloorList> lists = floor.listsOf(client, id);
      if (lists.stream().anyMatch(list -> list.stopsDone() > 0)) {
        throw FloorRefusal.notNow(
            wave.state().label(),
            "Something of wave "
                + wave.number()
                + " was picked already. Finish it, or take the stops back first.");
      }
      List<FloorList> cancelled = new ArrayList<>();
      lists.forEach(
          list -> cancelled.add(list.next(PickListState.CANCELLED, false, list.content())));
      FloorWave next = wave.next(WaveState.CANCELLED, true, wave.content());
      if (floor.keep(client, next, cancelled)) {
        return completion.complete(client, next);
      }
    }
    throw FloorRefusal.notNow("picking", "Somebody picks it at this moment. Look at it again.");
  }
}
