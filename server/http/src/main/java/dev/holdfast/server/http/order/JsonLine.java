package dev.holdfast.server.http.order;

import dev.holdfast.application.bulk.FileTooLargeException;
import dev.holdfast.application.order.OrderSheet;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A line of a file of JSON lines. */
final class JsonLine {
  private final long number;
  private final byte[] bytes;

  private JsonLine(long number, byte[] bytes) {
    this.number = number;
    this.bytes = bytes;
  }

  /** Where it stands, from 1; blank lines count. */
  long number() {
    return number;
  }

  byte[] bytes() {
    return bytes;
  }

  /**
   * The lines of a file that are not blank.
   *
   * @throws FileTooLargeException when there are more than orders in one import
   */
  static List<JsonLine> read(InputStream file) throws IOException {
    List<JsonLine> lines = new ArrayList<>();
    InputStream in = new BufferedInputStream(file);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long number = 1;
    boolean blank = true;
    for (int next = in.read(); ; next = in.read()) {
      if (next >= 0 && next != '\n') {
        line.write(next);
        blank &= next <= ' ';
        continue;
      }
      if (!blank) {
        if (lines.size() == OrderSheet.MAX_ORDERS) {
          throw new FileTooLargeException("more than " + OrderSheet.MAX_ORDERS + " orders");
        }
        lines.add(new JsonLine(number, line.toByteArray()));
      }
      if (next < 0) {
        return lines;
      }
      line.reset();
      blank = true;
      number++;
    }
  }
}
