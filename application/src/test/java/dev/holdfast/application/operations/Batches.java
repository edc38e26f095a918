package dev.holdfast.application.operations;

import dev.holdfast.application.lanes.WrittenBatch;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Batches as a lane tells of them. */
final class Batches {
  static final ClientId CLIENT = new ClientId(7);
  static final long WAITED_NANOS = 2_000_000;
  static final long STORE_NANOS = 3_000_000;

  static final CommandResult DONE =
      new CommandResult.Settled(new Outcome.Done(Instant.EPOCH, null, null, List.of()), false);

  private Batches() {}

  static WrittenBatch of(CommandResult result, StockCommand... commands) {
    return of(Collections.nCopies(commands.length, result), List.of(commands));
  }

  /** One command of somebody else that was done. */
  static WrittenBatch of(ClientId client, StockCommand command) {
    return of(client, List.of(DONE), List.of(command));
  }

  static WrittenBatch of(List<CommandResult> results, List<StockCommand> commands) {
    return of(CLIENT, results, commands);
  }

  private static WrittenBatch of(
      ClientId client, List<CommandResult> results, List<StockCommand> commands) {
    List<ClientCommand> sent =
        commands.stream()
            .map(one -> new ClientCommand(client, "key", new UUID(0, 0), 1, null, one))
            .toList();
    long[] waited = new long[commands.size()];
    Arrays.fill(waited, WAITED_NANOS);
    return new WrittenBatch(sent, results, waited, STORE_NANOS);
  }

  /** Goods that arrive at these positions. */
  static StockCommand receive(PositionKey... positions) {
    List<Line> lines = Stream.of(positions).map(position -> new Line(position, 1)).toList();
    return new StockCommand.MoveStock(Movement.RECEIVE, lines);
  }
}
