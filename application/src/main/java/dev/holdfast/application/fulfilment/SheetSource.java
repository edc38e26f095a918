package dev.holdfast.application.fulfilment;

import java.io.IOException;
import java.io.InputStream;

/** Where the files of tariffs and calendars come from. */
@FunctionalInterface
public interface SheetSource {
  /** Opens a file; the reader closes it. A file that nobody has is one with a header only. */
  InputStream open(TariffSheet sheet) throws IOException;
}
