package dev.holdfast.application.search;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Where indexes are kept: in memory, or in files of a folder that the operating system maps into
 * memory as far as there is room.
 */
public final class IndexPlace {
  private static final String PREFIX = "index-";

  private final @Nullable Path folder;

  private IndexPlace(@Nullable Path folder) {
    this.folder = folder;
  }

  /** On the heap. */
  public static IndexPlace memory() {
    return new IndexPlace(null);
  }

  /**
   * In a folder of this process alone. Indexes that an earlier process left there are removed.
   *
   * @throws IOException when the folder cannot be made or written
   */
  public static IndexPlace folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path index : left) {
        remove(index);
      }
    }
    return new IndexPlace(folder);
  }

  /** An empty directory for one index; closing it removes it. */
  Directory open() throws IOException {
    if (folder == null) {
      return new ByteBuffersDirectory();
    }
    Path own = Files.createTempDirectory(folder, PREFIX);
    return new MMapDirectory(own) {
      @Override
      public synchronized void close() throws IOException {
        super.close();
        remove(own);
      }
    };
  }

  private static void remove(Path index) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(index)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(index);
  }
}
