package dev.holdfast.application.lanes;

import dev.holdfast.storage.api.CommandResult;

/** Told once what became of a command, on the lane's thread: must not block. */
public interface Completion {
  /**
   * The command has been answered by the store.
   *
   * @param storeNanos how long the store took for the batch that it was in
   */
  void complete(CommandResult result, long storeNanos);
}
