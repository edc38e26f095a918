package dev.holdfast.storage.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as a file that analysts' tools read without being told its types. Safe for several
 * threads; each call needs memory for its rows and its file. Throws {@link
 * StoreUnavailableException} when the file cannot be made (no room in the temporary folder).
 */
public interface TableFiles {
  /** Tables of an answer are held in memory; a longer one is a matter for {@code export lake}. */
  int MAX_ROWS = 200_000;

  /**
   * The table as one Parquet file.
   *
   * @param columns at least one
   * @param rows at most {@link #MAX_ROWS}, each with one value per column, of its {@link
   *     FileColumn.Kind#type} or null
   * @throws IllegalArgumentException when a row does not fit the columns
   */
  byte[] parquet(List<FileColumn> columns, List<? extends List<@Nullable Object>> rows);
}
