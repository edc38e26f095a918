package dev.holdfast.application.bulk;

import dev.holdfast.domain.catalogue.ClientId;

/**
 * Somebody's wish to bring a file in.
 *
 * @param actor the number of the API key that asks
 * @param key the caller's idempotency key, 1 to 128 visible ASCII characters
 * @param skipBad whether the good rows are wanted where others are bad
 */
public record ImportRequest(
    ClientId client, int actor, ImportKind kind, String key, boolean skipBad) {}
