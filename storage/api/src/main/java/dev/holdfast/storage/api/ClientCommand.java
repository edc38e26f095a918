package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.domain.stock.StockCommand.ChangeOrder;
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
 */
public record ClientCommand(
    ClientId client,
    String key,
    UUID fingerprint,
    int actor,
    @Nullable String note,
    StockCommand command,
    @Nullable OrderRow order) {
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
    this(client, key, fingerprint, actor, note, command, null);
  }
}
