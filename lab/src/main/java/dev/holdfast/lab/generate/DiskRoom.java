package dev.holdfast.lab.generate;

import dev.holdfast.lab.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether a disk has room for what will be written, asked before. */
public final class DiskRoom {
  /** Measured: about 560, with movements and walks; longer SKU codes need more. */
  static final long BYTES_PER_ORDER = 700;

  private static final long LEAST_LEFT = 500_000_000;

  private DiskRoom() {}

  /**
   * Refuses what would fill the disk.
   *
   * @param option that chooses another folder
   */
  public static void need(Path folder, long bytes, String option) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < bytes + LEAST_LEFT) {
      throw new LabException(
          String.format(
              Locale.ROOT,
              "This needs about %.1f GB in %s, and %.1f GB are free. Choose another folder with %s,"
                  + " or less of it.",
              (bytes + LEAST_LEFT) / 1e9,
              folder,
              free / 1e9,
              option));
    }
  }
}
