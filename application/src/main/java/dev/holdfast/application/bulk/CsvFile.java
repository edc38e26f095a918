package dev.holdfast.application.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes through a CSV file (RFC 4180; UTF-8 with or without byte order mark; any line ends) row by
 * row. What cannot be understood becomes a reject.
 */
public final class CsvFile {
  /** The most rows of a file: about 200 MB in memory where they are counts. */
  static final int MAX_ROWS = 5_000_000;

  /** The most characters of a cell: far more than anything that is accepted has. */
  private static final int MAX_CELL = 10_000;

  /** The most cells of a row; more means that it is not the file that it should be. */
  private static final int MAX_CELLS = 100;

  /** What is wrong with a cell that {@link #isBroken}. */
  public static final String NOT_UTF_8 = "is not UTF-8: save the file as CSV UTF-8";

  /** Stands where bytes were that are not UTF-8. */
  private static final char BROKEN = '\uFFFD';

  private static final Pattern LINE = Pattern.compile("line (\\d+)");

  private CsvFile() {}

  /**
   * Reads a file from its header to its end.
   *
   * @param rows told the header once, unless it refuses the file; gives who takes the rows
   * @return how many rows the file has
   * @throws FileTooLargeException when there are more than {@link #MAX_ROWS}
   */
  public static long read(
      InputStream file, CsvForm form, Rejects rejects, Function<CsvHeader, Consumer<CsvRow>> rows) {
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(
                CsvRecordHandler.of(handler -> handler.maxFields(MAX_CELLS).maxFieldSize(MAX_CELL)),
                file,
                StandardCharsets.UTF_8);
    long count = 0;
    try (reader) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        rejects.refuseFile(
            1, "", "", "is missing: the file is empty, its first line names columns");
        return 0;
      }
      CsvHeader header = CsvHeader.of(form, records.next().getFields(), rejects);
      if (rejects.fileRefused()) {
        return 0;
      }
      Consumer<CsvRow> taker = rows.apply(header);
      while (records.hasNext()) {
        CsvRecord record = records.next();
        if (!isBlank(record)) {
          if (++count > MAX_ROWS) {
            throw new FileTooLargeException("more than " + MAX_ROWS + " rows");
          }
          take(record, header, rejects, taker);
        }
      }
    } catch (CsvParseException broken) {
      refuse(broken, rejects);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return count;
  }

  /** A line of blanks is no row. */
  private static boolean isBlank(CsvRecord record) {
    return record.getFieldCount() == 1 && record.getField(0).isBlank();
  }

  private static void take(
      CsvRecord record, CsvHeader header, Rejects rejects, Consumer<CsvRow> taker) {
    int cells = record.getFieldCount();
    if (cells != header.width()) {
      rejects.add(
          record.getStartingLineNumber(),
          "",
          String.join(",", record.getFields()),
          "has "
              + cells
              + " cells where the header has "
              + header.width()
              + ": quote cells that contain commas, and leave no cell out");
      return;
    }
    taker.accept(new CsvRow(header, record));
  }

  /** Whether a cell held bytes that are not UTF-8. */
  public static boolean isBroken(String cell) {
    return cell.indexOf(BROKEN) >= 0;
  }

  private static void refuse(CsvParseException broken, Rejects rejects) {
    String message = String.valueOf(broken.getMessage());
    Matcher line = LINE.matcher(message);
    rejects.refuseFile(
        line.find() ? Long.parseLong(line.group(1)) : 1,
        "",
        "",
        "cannot be read, nor what follows it ("
            + message
            + "): close every quote, and write a quote inside a quoted cell twice");
  }
}
