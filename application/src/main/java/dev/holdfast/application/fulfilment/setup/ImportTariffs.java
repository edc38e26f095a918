package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.application.fulfilment.CalendarAnswer;
import dev.holdfast.application.fulfilment.SheetTexts;
import dev.holdfast.application.fulfilment.TariffAnswer;
import dev.holdfast.application.fulfilment.TariffSheet;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.RowReject;
import dev.holdfast.storage.api.SetupStore.Change;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces sheets of tariffs and calendars: those that are given, together with those that stay, if
 * no row of any of them is bad; otherwise nothing. Safe for use by several threads; blocks.
 */
public final class ImportTariffs {
  private final SetUpFulfilment settings;

  public ImportTariffs(SetUpFulfilment settings) {
    this.settings = settings;
  }

  /**
   * What the sheets say, taken or not.
   *
   * @param outcome null where nothing was to be changed: a dry run, or bad rows
   */
  public record Imported(
      TariffAnswer tariffs, CalendarAnswer calendars, @Nullable SetupAnswer outcome) {
    /** Whether no row of any sheet is bad. */
    public boolean isComplete() {
      return tariffs.isComplete() && calendars.isComplete();
    }

    /** Bad rows by sheet, in line order. */
    public Map<TariffSheet, List<RowReject>> rejects() {
      Map<TariffSheet, List<RowReject>> all = new EnumMap<>(TariffSheet.class);
      all.putAll(tariffs.rejects());
      all.putAll(calendars.rejects());
      return all;
    }
  }

  /**
   * Reads sheets and, unless it is a dry run, lets them count.
   *
   * @param sheets new texts; a sheet that is missing stays as it is
   */
  public Imported run(ClientId client, Map<TariffSheet, String> sheets, boolean dryRun) {
    for (int attempt = 0; ; attempt++) {
      long revision = settings.revision(client);
      Imported read = read(client, sheets);
      if (dryRun || !read.isComplete() || sheets.isEmpty()) {
        return read;
      }
      SetupAnswer outcome = settings.attempt(client, revision, changes(sheets));
      if (outcome instanceof SetupAnswer.Saved || attempt == SetUpFulfilment.MAX_ATTEMPTS) {
        return new Imported(read.tariffs(), read.calendars(), outcome);
      }
    }
  }

  /** What the sheets say as they stand. */
  public Imported latest(ClientId client) {
    return read(client, Map.of());
  }

  private Imported read(ClientId client, Map<TariffSheet, String> sheets) {
    Map<TariffSheet, String> all = new EnumMap<>(TariffSheet.class);
    for (TariffSheet sheet : TariffSheet.values()) {
      settings
          .find(client, SettingKind.SHEET, sheet.label())
          .ifPresent(row -> all.put(sheet, row.document()));
    }
    all.putAll(sheets);
    SheetTexts texts = new SheetTexts(all);
    return new Imported(texts.tariffs(), texts.calendars(), null);
  }

  private static List<Change> changes(Map<TariffSheet, String> sheets) {
    List<Change> changes = new ArrayList<>();
    sheets.forEach(
        (sheet, text) -> changes.add(new Change(SettingKind.SHEET.label(), sheet.label(), text)));
    return changes;
  }
}
