package dev.holdfast.application.bulk;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.ExportReader;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

/**
 * Writes a client's rows as CSV, page after page: the store works on one page at a time and holds
 * nothing while the reader of the file is slow. Safe for use by several threads.
 */
public final class ExportFiles {
  /** Files at once in this process, so that reading them leaves connections to everything else. */
  public static final int MAX_AT_ONCE = 4;

  private final ExportReader reader;
  private final Semaphore room = new Semaphore(MAX_AT_ONCE);

  public ExportFiles(ExportReader reader) {
    this.reader = new PatientReader(reader);
  }

  /**
   * Writes a file; blocks as long as that takes.
   *
   * @param out gets nothing before the first page has been read; not closed
   * @return false, with nothing written, when too many files are being written already
   * @throws StoreUnavailableException when the store cannot be asked
   * @throws IOException when {@code out} takes no more
   */
  public boolean write(ClientId client, ExportKind kind, OutputStream out) throws IOException {
    if (!room.tryAcquire()) {
      return false;
    }
    try {
      CsvOutput csv = new CsvOutput(out);
      csv.header(kind.columns());
      switch (kind) {
        case SKUS -> CatalogueExport.skus(reader, client, csv);
        case LOCATIONS -> CatalogueExport.locations(reader, client, csv);
        case STOCK -> new StockExport(reader, client, csv).stock();
        case LEDGER -> new StockExport(reader, client, csv).ledger();
        case RESERVATIONS -> new StockExport(reader, client, csv).reservations();
      }
      csv.flush();
      return true;
    } finally {
      room.release();
    }
  }
}
