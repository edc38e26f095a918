package dev.holdfast.application.lanes;

import dev.holdfast.storage.api.CommandResult;
import java.util.List;

/** Hears of every batch, for metrics. Called on lane threads: must be fast. */
public interface LaneListener {
  void batch(List<CommandResult> results, long storeNanos);
}
