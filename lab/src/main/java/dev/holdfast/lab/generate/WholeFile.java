package dev.holdfast.lab.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that has its name only once it is whole and on the disk. For one thread. */
final class WholeFile extends OutputStream {
  private final Path path;
  private final Path unfinished;
  private final FileChannel channel;

  private WholeFile(Path path, Path unfinished, FileChannel channel) {
    this.path = path;
    this.unfinished = unfinished;
    this.channel = channel;
  }

  /** Opens it and writes its first line. */
  static WholeFile open(Path path, String header) throws IOException {
    Path unfinished = path.resolveSibling(path.getFileName() + ".part");
    WholeFile file =
        new WholeFile(
            path,
            unfinished,
            FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE));
    file.write((header + "\n").getBytes(StandardCharsets.UTF_8));
    return file;
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Waits for the disk and gives it its name. */
  void finish() throws IOException {
    channel.force(false);
    channel.close();
    Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(unfinished);
  }
}
