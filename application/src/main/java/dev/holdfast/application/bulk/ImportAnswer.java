package dev.holdfast.application.bulk;

import dev.holdfast.storage.api.BulkResult;

/** What became of an import. */
public sealed interface ImportAnswer {
  /** The store, or the file itself, decided. Rejects are in line order. */
  record Settled(BulkResult result) implements ImportAnswer {}

  /** Too many files are being imported already; nothing was done. */
  record Busy() implements ImportAnswer {}

  /**
   * The file is larger than an import may be; nothing was done.
   *
   * @param what completes "the file has"
   */
  record TooLarge(String what) implements ImportAnswer {}
}
