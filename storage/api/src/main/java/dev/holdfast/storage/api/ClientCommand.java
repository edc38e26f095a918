package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.domain.stock.StockCommand.ChangeOrder;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command with who sent it and how its outcome is found again.
 *
 * @param key the caller's idempotency key, 1 to 128 visible ASCII characters
 * @param fingerprint of the request, so that the key cannot be reused for another one
 * @param actor the number of the API key that sent it
 * @param note why, in the caller's words, kept in every ledger entry of the command
 * @param order the order as it is once {@link ChangeOrder} is accepted, written with its effect;
 *     null for every other command
 * @param trial whether its sender goes on when it is refused, so that nobody is told the refusal
 */
public record ClientCommand(
    ClientId client,
    String key,
    UUID fingerprint,
    int actor,
    @Nullable String note,
    StockCommand command,
    @Nullable OrderRow order,
    boolean trial) {
  /**
   * Checks that an order goes with its change and with nothing else.
   *
   * @throws IllegalArgumentException when it does not
   */
  public ClientCommand {
    boolean fits =
        command instanceof ChangeOrder change
            ? order != null
                && order.id().equals(change.order())
                && order.number().equals(change.number())
                && order.version() == change.expectedVersion() + 1
            : order == null;
    if (!fits) {
      throw new IllegalArgumentException("an order that is not that of its command: " + order);
    }
  }

  /** A command that concerns no order. */
  public ClientCommand(
      ClientId client,
      String key,
      UUID fingerprint,
      int actor,
      @Nullable String note,
      StockCommand command) {
    this(client, key, fingerprint, actor, note, command, null, false);
  }

  /** A command whose refusal is its answer. */
  public ClientCommand(
      ClientId client,
      String key,
      UUID fingerprint,
      int actor,
      @Nullable String note,
      StockCommand command,
      @Nullable OrderRow order) {
    this(client, key, fingerprint, actor, note, command, order, false);
  }

  /** The same, whose refusal nobody is told. */
  public ClientCommand asTrial() {
    return new ClientCommand(client, key, fingerprint, actor, note, command, order, true);
  }

  /**
   * Whether a refusal for lack of stock is a customer's: of a reservation, or at the till. What an
   * order is told is decided where it is planned.
   */
  public boolean asksForStock() {
    return !trial
        && (command instanceof ReserveStock
            || (command instanceof MoveStock move && move.movement() == Movement.SELL));
  }
}
