package dev.holdfast.application.bulk;

import dev.holdfast.storage.api.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;

/** Takes files of orders: unlike rows of stock or the catalogue, each order stands by itself. */
@FunctionalInterface
public interface OrderFile {
  /** The largest file of orders in bytes: it is in memory before its first order is placed. */
  long MAX_BYTES = 64L << 20;

  /**
   * Places the orders of a file; blocks until each is placed or refused.
   *
   * @param file read to its end before anything is placed
   * @throws FileTooLargeException when it holds more orders than one import takes; nothing was done
   * @throws StoreUnavailableException when the store cannot be asked
   * @throws IOException when the file stops coming; nothing was done
   */
  ImportAnswer run(ImportRequest request, InputStream file) throws IOException;
}
