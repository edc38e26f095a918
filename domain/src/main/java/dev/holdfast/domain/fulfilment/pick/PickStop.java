package dev.holdfast.domain.fulfilment.pick;

import java.util.List;

/** A slot of a pick list, and what is taken from it: by item, then by tote. */
public record PickStop(Slot slot, List<Pick> picks) {
  /** Copies its picks. */
  public PickStop {
    picks = List.copyOf(picks);
  }
}
