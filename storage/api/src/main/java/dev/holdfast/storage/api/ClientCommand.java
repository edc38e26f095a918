package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.StockCommand;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command with who sent it and how its outcome is found again.
 *
 * @param key the caller's idempotency key, 1 to 128 visible ASCII characters
 * @param fingerprint of the request, so that the key cannot be reused for another one
 * @param actor the number of the API key that sent it
 * @param note why, in the caller's words, kept in every ledger entry of the command
 */
public record ClientCommand(
    ClientId client,
    String key,
    UUID fingerprint,
    int actor,
    @Nullable String note,
    StockCommand command) {}
