package dev.holdfast.application.bulk;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.BulkStore;
import dev.holdfast.storage.api.BulkSummary;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a file into the store: reads all of it, rejects what is bad, and applies the good rows in
 * one transaction if all are good or bad ones may be skipped.
 *
 * <p>A refused file leaves no trace, so its key may come again with a mended one. Safe for use by
 * several threads; {@link #run} blocks until the file is in the store or refused.
 */
public final class ImportFiles {
  /**
   * Files at once in this process, each of another client: each may take 200 MB and a processor.
   */
  public static final int MAX_AT_ONCE = 2;

  /** The largest file in bytes. */
  public static final long MAX_BYTES = 1L << 30;

  private static final Logger LOG = LoggerFactory.getLogger(ImportFiles.class);

  private final StockImport stock;
  private final CatalogueImport catalogue;
  private final OrderFile orders;
  private final Semaphore room = new Semaphore(MAX_AT_ONCE);
  private final Set<Running> running = ConcurrentHashMap.newKeySet();
  private final Set<ClientId> clients = ConcurrentHashMap.newKeySet();

  /** Takes files for this store; those of orders are placed one by one. */
  public ImportFiles(BulkStore store, CatalogueStore locations, OrderFile orders) {
    this.stock = new StockImport(store, locations);
    this.catalogue = new CatalogueImport(store);
    this.orders = orders;
  }

  private record Running(ClientId client, String key) {}

  /**
   * Imports a file.
   *
   * @param file read to its end unless the answer comes before
   * @throws StoreUnavailableException when the store cannot be asked; nothing was done
   * @throws IOException when the file stops coming; nothing was done
   */
  public ImportAnswer run(ImportRequest request, InputStream file) throws IOException {
    Running mine = new Running(request.client(), request.key());
    if (!running.add(mine)) {
      return new ImportAnswer.Settled(new BulkResult.StillRunning());
    }
    try {
      return inTurn(request, file);
    } finally {
      running.remove(mine);
    }
  }

  private ImportAnswer inTurn(ImportRequest request, InputStream file) throws IOException {
    if (!clients.add(request.client())) {
      return new ImportAnswer.Busy();
    }
    try {
      if (!room.tryAcquire()) {
        return new ImportAnswer.Busy();
      }
      try {
        return read(request, file);
      } finally {
        room.release();
      }
    } finally {
      clients.remove(request.client());
    }
  }

  private ImportAnswer read(ImportRequest request, InputStream file) throws IOException {
    long start = System.nanoTime();
    try {
      UploadedFile upload = new UploadedFile(request, file, start);
      ImportAnswer answer =
          switch (request.kind()) {
            case STOCK -> new ImportAnswer.Settled(stock.run(upload));
            case SKUS -> new ImportAnswer.Settled(catalogue.skus(upload));
            case LOCATIONS -> new ImportAnswer.Settled(catalogue.locations(upload));
            case ORDERS -> orders.run(request, upload.bytes());
          };
      log(request, answer, start);
      return answer;
    } catch (FileTooLargeException tooLarge) {
      return new ImportAnswer.TooLarge(tooLarge.what());
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  private static void log(ImportRequest request, ImportAnswer answer, long startNanos) {
    BulkSummary summary =
        switch (answer) {
          case ImportAnswer.Settled(BulkResult.Applied applied) when !applied.replayed() ->
              applied.summary();
          case ImportAnswer.Placed placed -> placed.summary();
          default -> null;
        };
    if (summary != null) {
      LOG.info(
          "client {} imported {} rows of {} ({} rejected) in {} ms",
          request.client().value(),
          summary.applied(),
          request.kind().label(),
          summary.rejected(),
          (System.nanoTime() - startNanos) / 1_000_000);
    }
  }
}
