package dev.holdfast.application.fulfilment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Sheets in memory, as CSV texts. A sheet that is missing has a header and no rows. Immutable. */
public final class SheetTexts implements SheetSource {
  private final Map<TariffSheet, String> texts;

  /** Keeps a copy. */
  public SheetTexts(Map<TariffSheet, String> texts) {
    this.texts = texts.isEmpty() ? Map.of() : new EnumMap<>(texts);
  }

  /** Whether there is no sheet at all. */
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /** A sheet's text; that of a missing one is its header. */
  public String text(TariffSheet sheet) {
    String text = texts.get(sheet);
    return text == null ? String.join(",", sheet.columnNames()) + "\r\n" : text;
  }

  @Override
  public InputStream open(TariffSheet sheet) {
    return new ByteArrayInputStream(text(sheet).getBytes(StandardCharsets.UTF_8));
  }

  /** Reads their tariffs. */
  public TariffAnswer tariffs() {
    try {
      return TariffImport.read(this);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Reads their calendars. */
  public CalendarAnswer calendars() {
    try {
      return CalendarImport.read(this);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SheetTexts same && texts.equals(same.texts);
  }

  @Override
  public int hashCode() {
    return texts.hashCode();
  }
}
