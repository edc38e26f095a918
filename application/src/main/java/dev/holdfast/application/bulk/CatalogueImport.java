package dev.holdfast.application.bulk;

import dev.holdfast.storage.api.BulkOrder;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.BulkStore;
import dev.holdfast.storage.api.BulkStore.RowSink;
import dev.holdfast.storage.api.BulkStore.RowSource;
import dev.holdfast.storage.api.BulkStore.SkuColumn;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Imports a file of SKUs or locations. The file waits on disk: it is read once to find what is bad,
 * and again, row by row, into the store; so a long one needs no more memory than a short one.
 */
final class CatalogueImport {
  private final BulkStore store;

  CatalogueImport(BulkStore store) {
    this.store = store;
  }

  BulkResult skus(UploadedFile upload) throws IOException {
    Set<SkuColumn> absent = EnumSet.noneOf(SkuColumn.class);
    return spooled(
        upload,
        SkuSheet::read,
        header -> absent.addAll(SkuSheet.absent(header)),
        (order, rows) -> store.saveSkus(order, rows, absent));
  }

  BulkResult locations(UploadedFile upload) throws IOException {
    return spooled(upload, LocationSheet::read, header -> {}, store::saveLocations);
  }

  /** Hands over what a row says, or rejects the row. */
  private interface Sheet<T> {
    void read(CsvRow row, Rejects rejects, Consumer<T> good);
  }

  private <T> BulkResult spooled(
      UploadedFile upload,
      Sheet<T> sheet,
      Consumer<CsvHeader> columns,
      BiFunction<BulkOrder, RowSource<T>, BulkResult> save)
      throws IOException {
    ImportKind kind = upload.request().kind();
    Path spool = Files.createTempFile("holdfast-import-", ".csv");
    try {
      Files.copy(upload.bytes(), spool, StandardCopyOption.REPLACE_EXISTING);
      Rejects rejects = new Rejects();
      long rows = check(spool, kind, sheet, columns, rejects);
      if (rejects.fileRefused()) {
        return new BulkResult.Rejected(rows, rejects.count(), rejects.with(List.of()));
      }
      RowSource<T> good = sink -> resend(spool, kind, sheet, sink);
      return rejects.addTo(save.apply(upload.order(rejects.count()), good));
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  private static <T> long check(
      Path spool, ImportKind kind, Sheet<T> sheet, Consumer<CsvHeader> columns, Rejects rejects)
      throws IOException {
    try (InputStream file = open(spool)) {
      return CsvFile.read(
          file,
          kind,
          rejects,
          header -> {
            columns.accept(header);
            return row -> sheet.read(row, rejects, good -> {});
          });
    }
  }

  private static <T> void resend(Path spool, ImportKind kind, Sheet<T> sheet, RowSink<T> sink) {
    Rejects known = new Rejects();
    try (InputStream file = open(spool)) {
      CsvFile.read(
          file,
          kind,
          known,
          header -> row -> sheet.read(row, known, good -> sink.row(row.line(), good)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static InputStream open(Path spool) throws IOException {
    return new BufferedInputStream(Files.newInputStream(spool));
  }
}
