package dev.holdfast.application.lanes;

import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import java.util.List;

/**
 * A batch that a lane has taken to the store. The three sequences have one element per command, in
 * the same order.
 *
 * @param waitedNanos of each command, from being handed over to the batch's first statement; must
 *     not be changed
 * @param storeNanos from the first statement to the commit, the same for all
 */
@SuppressWarnings("ArrayRecordComponent") // One number per command, read once by each listener.
public record WrittenBatch(
    List<ClientCommand> commands,
    List<CommandResult> results,
    long[] waitedNanos,
    long storeNanos) {
  public int size() {
    return commands.size();
  }
}
