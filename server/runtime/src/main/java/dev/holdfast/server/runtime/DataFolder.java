package dev.holdfast.server.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The data folder while this process has it for itself. The lock ends with the process. */
final class DataFolder implements AutoCloseable {
  private final FileChannel channel;

  private DataFolder(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Claims the folder.
   *
   * @throws IllegalArgumentException with the mend when another process has it
   */
  static DataFolder claim(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new IllegalArgumentException(
          "Another Holdfast already runs on "
              + folder
              + ". Use it (./holdfast status), stop it"
              + " (./holdfast down), or give this one another folder with --data.");
    }
    return new DataFolder(channel);
  }

  @Override
  public String toString() {
    return "lock " + channel;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
