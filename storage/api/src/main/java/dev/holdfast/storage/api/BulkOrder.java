package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import java.util.UUID;

/**
 * Who wants a file in the store, and how its outcome is found again.
 *
 * @param key the caller's idempotency key, 1 to 128 visible ASCII characters
 * @param fingerprint of the kind, the options and every byte of the file
 * @param actor the number of the API key that sent it
 * @param startedNanos {@link System#nanoTime} when the file began to arrive
 * @param rejected rows that were found bad before the store was asked
 * @param skipBad whether the good rows are wanted where others are bad; otherwise nothing is done
 */
public record BulkOrder(
    ClientId client,
    String key,
    UUID fingerprint,
    int actor,
    long startedNanos,
    long rejected,
    boolean skipBad) {}
