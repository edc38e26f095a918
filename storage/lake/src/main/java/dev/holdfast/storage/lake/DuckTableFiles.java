package dev.holdfast.storage.lake;

import dev.holdfast.storage.api.FileColumn;
import dev.holdfast.storage.api.StoreUnavailableException;
import dev.holdfast.storage.api.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Tables as Parquet, written by DuckDB into a temporary folder and read back. One at a time: each
 * may take a memory of its own, and people download seldom.
 */
public final class DuckTableFiles implements TableFiles {
  private final Path temporary;
  private final Semaphore turn = new Semaphore(1);

  /**
   * Opens nothing yet.
   *
   * @param temporary a folder that is there
   */
  public DuckTableFiles(Path temporary) {
    this.temporary = temporary;
  }

  @Override
  public byte[] parquet(List<FileColumn> columns, List<? extends List<@Nullable Object>> rows) {
    if (rows.size() > MAX_ROWS) {
      throw new IllegalArgumentException(rows.size() + " rows; a file takes " + MAX_ROWS);
    }
    turn.acquireUninterruptibly();
    try {
      return write(columns, rows);
    } catch (SQLException | IOException failed) {
      throw new StoreUnavailableException(
          "cannot write a Parquet file in " + temporary + ": " + failed.getMessage(), failed);
    } finally {
      turn.release();
    }
  }

  private byte[] write(List<FileColumn> columns, List<? extends List<@Nullable Object>> rows)
      throws SQLException, IOException {
    Path file = Files.createTempFile(temporary, "holdfast-table", ".parquet");
    try (DuckSession session = DuckSession.open(temporary)) {
      try (DuckTable table = DuckTable.create(session, "answer", columns)) {
        for (List<@Nullable Object> row : rows) {
          table.add(row);
        }
      }
      session.execute(
          "copy answer to " + DuckSession.quoted(file) + " (format parquet, compression zstd)");
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
