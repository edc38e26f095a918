package dev.holdfast.application.order;

import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import java.util.concurrent.CompletableFuture;

/** Hands a command to its lane and waits for what becomes of it. */
public final class Submission {
  private final CommandLanes lanes;

  public Submission(CommandLanes lanes) {
    this.lanes = lanes;
  }

  /** What the store answered, and how long it took. */
  public record Result(CommandResult result, long storeNanos) {}

  /** Blocks until the batch of the command is settled: lanes answer everything that they take. */
  public Result submit(ClientCommand command) {
    CompletableFuture<Result> answer = new CompletableFuture<>();
    boolean taken =
        lanes.submit(command, (result, nanos) -> answer.complete(new Result(result, nanos)));
    return taken
        ? answer.join()
        : new Result(new CommandResult.NoEffect("the lane takes no more"), 0);
  }
}
