package dev.holdfast.application.bulk;

import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.BulkSummary;
import dev.holdfast.storage.api.RowReject;
import java.util.List;

/** What became of an import. */
public sealed interface ImportAnswer {
  /** The store, or the file itself, decided. Rejects are in line order. */
  record Settled(BulkResult result) implements ImportAnswer {}

  /**
   * Each order of the file was placed or refused by itself.
   *
   * @param summary in orders; applied are those that are in the store now
   * @param already how many of the applied were there before
   * @param rejects one for each refused order, in line order
   */
  record Placed(BulkSummary summary, long already, List<RowReject> rejects)
      implements ImportAnswer {}

  /** Too many files are being imported already; nothing was done. */
  record Busy() implements ImportAnswer {}

  /**
   * The file is larger than an import may be; nothing was done.
   *
   * @param what completes "the file has"
   */
  record TooLarge(String what) implements ImportAnswer {}
}
