package dev.holdfast.storage.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder of analysts' files that grows by windows of facts. A window is there as a whole or not
 * at all, whenever the program or the machine stops; what is left of half a one is removed when the
 * folder is opened again. For one thread; no two programs have a folder at once. Methods throw
 * {@link StoreUnavailableException} when files cannot be written or read.
 */
public interface FactLake extends AutoCloseable {
  /** Up to where facts are in the files; 0 when none are. */
  long mark();

  /** Everything committed before this is in the files; 1970 when nothing is. */
  Instant asOf();

  /** Begins a window that goes on from {@link #mark}. */
  Draft begin();

  /** Leaves files as they are and gives the folder to others. */
  @Override
  void close();

  /** A window while rows are added to it. To close it unfinished gives it up. */
  interface Draft extends AutoCloseable {
    /**
     * Adds a row.
     *
     * @param row one value per column of the table, of its kind, or null; client and day are not
     * @throws IllegalArgumentException when it does not fit the columns
     */
    void add(LakeTable table, List<? extends @Nullable Object> row);

    /**
     * Names the window's files and moves the mark, and joins small files of earlier windows.
     *
     * @param to the mark that the rows lead to, larger than the lake's
     * @param asOf everything committed before this is in the files then
     */
    Written finish(long to, Instant asOf);

    @Override
    void close();
  }

  /**
   * What a window became.
   *
   * @param rows of all tables
   * @param files that were written, those of joined ones included
   * @param bytes of these files
   */
  record Written(long rows, int files, long bytes) {}
}
