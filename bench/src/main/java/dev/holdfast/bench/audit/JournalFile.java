package dev.holdfast.bench.audit;

import dev.holdfast.bench.instance.InstanceException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A client's journal of what it was told: a line {@code client,outcome,subject,key} each below that
 * very header. The outcome is {@code done} or {@code refused}; the subject is a reservation or a
 * transfer, or empty; the key comes last because it may contain commas.
 */
final class JournalFile implements AutoCloseable {
  static final String HEADER = "client,outcome,subject,key";
  private static final int COLUMNS = 4;

  private final Path file;
  private final BufferedReader reader;
  private long number = 1;

  private JournalFile(Path file, BufferedReader reader) {
    this.file = file;
    this.reader = reader;
  }

  static JournalFile open(Path file) {
    try {
      BufferedReader reader = Files.newBufferedReader(file);
      if (!HEADER.equals(reader.readLine())) {
        reader.close();
        throw new InstanceException("The first line of " + file + " must be " + HEADER + ".");
      }
      return new JournalFile(file, reader);
    } catch (IOException unreadable) {
      throw new InstanceException(
          "Cannot read " + file + ". Does it exist, and may you?", unreadable);
    }
  }

  /** Its lines, as they are read; once only. */
  Iterable<Acknowledged> told() {
    Stream<Acknowledged> lines = reader.lines().map(this::read);
    Iterator<Acknowledged> once = lines.iterator();
    return () -> once;
  }

  private Acknowledged read(String line) {
    number++;
    String[] cells = line.split(",", COLUMNS);
    if (cells.length < COLUMNS
        || !cells[1].matches("done|refused")
        || !(cells[2].isEmpty() || isUuid(cells[2]))) {
      throw new InstanceException(
          "Line "
              + number
              + " of "
              + file
              + " is not client,done or refused,id or nothing,key: "
              + line);
    }
    return new Acknowledged(cells[0], cells[3], cells[1].equals("done"), cells[2]);
  }

  private static boolean isUuid(String text) {
    try {
      return UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException not) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
