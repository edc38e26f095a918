package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The write side of a storage engine. Safe for use by several threads and several nodes. */
public interface StockLedger {
  /** The most commands in one batch. */
  int MAX_BATCH = 512;

  /**
   * Applies a batch of commands of any clients.
   *
   * <p>Atomicity: each command takes effect wholly or not at all, and its outcome is stored with
   * its effect. An engine may commit several commands together. Order: commands of one batch that
   * touch the same position are decided in list order. Idempotency: a command whose client and key
   * are known answers the stored outcome and does nothing. Durability: a {@link
   * CommandResult.Settled} survives the loss of the process and of the engine's.
   *
   * <p>Errors never throw: what surely had no effect is {@link CommandResult.NoEffect}, what may
   * have had one is {@link CommandResult.Unknown}. One bad command does not fail the others.
   *
   * @return one result per command, in the same order
   */
  List<CommandResult> apply(List<ClientCommand> batch);

  /**
   * Active reservations whose time is over by the store's clock, oldest first.
   *
   * @param limit the most to return, 1 to {@link #MAX_BATCH}
   * @throws StoreUnavailableException when the store cannot be asked
   */
  List<DueReservation> due(int limit);

  /**
   * Forgets outcomes older than an age: their keys may then be used anew.
   *
   * @return how many were forgotten, at most {@code limit}
   * @throws StoreUnavailableException when the store cannot be asked
   */
  int forgetOutcomes(Duration age, int limit);

  /**
   * Whether the store takes writes now, asked by a connection of its own. Never throws; answers
   * within about a second.
   */
  boolean isReachable();

  /** A reservation to expire. */
  record DueReservation(ClientId client, UUID id) {}
}
