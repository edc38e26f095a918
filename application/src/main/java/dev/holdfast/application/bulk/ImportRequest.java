package dev.holdfast.application.bulk;

import dev.holdfast.domain.catalogue.ClientId;

/**
 * Somebody's wish to bring a file in.
 *
 * @param actor the number of the API key that asks
 * @param format how its rows are written; only orders come otherwise than as CSV
 * @param key the caller's idempotency key, 1 to 128 visible ASCII characters
 * @param skipBad whether the good rows are wanted where others are bad
 */
public record ImportRequest(
    ClientId client, int actor, ImportKind kind, FileFormat format, String key, boolean skipBad) {
  /** The wish to bring a CSV file in. */
  public ImportRequest(ClientId client, int actor, ImportKind kind, String key, boolean skipBad) {
    this(client, actor, kind, FileFormat.CSV, key, skipBad);
  }
}
