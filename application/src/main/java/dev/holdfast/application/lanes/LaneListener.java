package dev.holdfast.application.lanes;

import java.util.List;

/** Hears of every batch, for metrics. Called on lane threads: must be fast. */
public interface LaneListener {
  void batch(WrittenBatch batch);

  /** One that tells all of these, in this order. */
  static LaneListener all(List<LaneListener> listeners) {
    return batch -> listeners.forEach(listener -> listener.batch(batch));
  }
}
