package dev.holdfast.lab.generate;

import dev.holdfast.lab.generate.Generation.Written;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files for {@code ./holdfast import orders}, as many as its limits ask for. For one thread. */
final class ImportFiles implements Generation.DayFiles {
  /** One import takes 100,000 orders and 64 MB. */
  private static final int ORDERS_PER_FILE = 100_000;

  private final Demand demand;
  private final Path folder;
  private final RowBuffer rows = new RowBuffer(OutputStream.nullOutputStream());

  private @Nullable WholeFile open;
  private int inFile;
  private int files;
  private long bytes;

  ImportFiles(Demand demand, Path folder) {
    this.demand = demand;
    this.folder = folder;
  }

  @Override
  public Written write(ClientDay day) throws IOException {
    Path at = Files.createDirectories(folder.resolve(day.day().toString()));
    ImportSheet sheet = new ImportSheet(rows, demand.postcodes());
    files = 0;
    bytes = 0;
    try {
      day.each(order -> {
        if (open == null || inFile == ORDERS_PER_FILE) {
          turn(at, day.client().code());
        }
        inFile++;
        sheet.add(order);
      });
      finish();
    } finally {
      if (open != null) {
        open.close();
        open = null;
      }
    }
    return new Written(day.orders(), files, bytes);
  }

  private void turn(Path at, String client) {
    try {
      finish();
      files++;
      String name = client + (files == 1 ? "" : "-" + files) + ".import.csv";
      open = WholeFile.open(at.resolve(name), ImportSheet.HEADER);
      rows.to(open);
      inFile = 0;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void finish() throws IOException {
    if (open != null) {
      rows.flush();
      bytes += rows.written();
      open.finish();
      open = null;
    }
  }
}
