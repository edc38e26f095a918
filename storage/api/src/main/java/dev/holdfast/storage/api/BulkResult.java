package dev.holdfast.storage.api;

import java.util.List;

/** What the store answers to a file. */
public sealed interface BulkResult {
  /** The most bad rows that are named; the others are counted. */
  int MAX_REJECTS = 10_000;

  /**
   * Every good row is in the store, and durable.
   *
   * @param rejects bad rows that only the store could find, in line order; none when replayed
   * @param replayed whether the summary is that of an earlier attempt with the same key
   */
  record Applied(BulkSummary summary, List<RowReject> rejects, boolean replayed)
      implements BulkResult {}

  /**
   * Nothing was done, because there are bad rows and no leave to skip them.
   *
   * @param rows how many good and bad rows the store was given
   * @param rejected how many of them are bad
   * @param rejects those, in line order, as far as {@link #MAX_REJECTS} goes
   */
  record Rejected(long rows, long rejected, List<RowReject> rejects) implements BulkResult {}

  /** The key belongs to an earlier, different request; nothing was done. */
  record KeyReused() implements BulkResult {}

  /** The same order is being worked on, here or on another node; nothing was done. */
  record StillRunning() implements BulkResult {}

  /**
   * The store could not take the file; certainly nothing was done.
   *
   * @param cause a sentence with the mend
   */
  record NoEffect(String cause) implements BulkResult {}

  /** The commit was sent and its fate is not known. The same key settles it. */
  record Unknown(String cause) implements BulkResult {}
}
