package dev.holdfast.application.fulfilment;

import dev.holdfast.application.bulk.CsvFile;
import dev.holdfast.application.bulk.FileTooLargeException;
import dev.holdfast.application.bulk.Rejects;
import dev.holdfast.storage.api.RowReject;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads some sheets one after the other, and keeps what is wrong with each. The carriers of bad
 * rows are spoiled: a tariff that lacks a row would be quoted wrongly. For one thread.
 */
final class SheetReader {
  private final SheetSource source;
  private final Map<TariffSheet, Rejects> rejects = new EnumMap<>(TariffSheet.class);
  private final Set<String> spoiled = new HashSet<>();
  private boolean allSpoiled;

  SheetReader(SheetSource source) {
    this.source = source;
  }

  /** Hands over each row; what the taker faults is a reject. */
  void read(TariffSheet sheet, Consumer<SheetCells> taker) throws IOException {
    Rejects bad = rejects(sheet);
    long[] rows = {0};
    try (InputStream file = source.open(sheet)) {
      CsvFile.read(
          file,
          sheet,
          bad,
          header ->
              row -> {
                if (++rows[0] > TariffSheet.MAX_ROWS) {
                  throw new FileTooLargeException("more than " + TariffSheet.MAX_ROWS + " rows");
                }
                SheetCells cells = new SheetCells(row);
                taker.accept(cells);
                if (cells.reject(bad)) {
                  spoil(cells.word("carrier"));
                }
              });
    }
    allSpoiled |= bad.fileRefused();
  }

  /** Whether a file could not be understood at all; its rows would only be missed elsewhere. */
  boolean isRefused(TariffSheet sheet) {
    return rejects(sheet).fileRefused();
  }

  Rejects rejects(TariffSheet sheet) {
    return rejects.computeIfAbsent(sheet, s -> new Rejects());
  }

  /** Leaves a carrier out; an empty name all of them. */
  void spoil(String carrier) {
    if (carrier.isEmpty()) {
      allSpoiled = true;
    } else {
      spoiled.add(carrier);
    }
  }

  boolean isSpoiled(String carrier) {
    return allSpoiled || spoiled.contains(carrier);
  }

  /** What is wrong, by sheet, in line order; only sheets with something wrong. */
  Map<TariffSheet, List<RowReject>> all() {
    Map<TariffSheet, List<RowReject>> all = new EnumMap<>(TariffSheet.class);
    rejects.forEach((sheet, bad) -> {
      if (bad.count() > 0) {
        all.put(sheet, bad.with(List.of()));
      }
    });
    return all;
  }
}
