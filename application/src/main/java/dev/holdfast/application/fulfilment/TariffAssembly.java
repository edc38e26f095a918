package dev.holdfast.application.fulfilment;

import dev.holdfast.domain.fulfilment.rate.RateBook;
import dev.holdfast.domain.fulfilment.rate.Tariff;
import dev.holdfast.domain.fulfilment.rate.TariffChecks;
import dev.holdfast.domain.fulfilment.rate.TariffFinding;
import dev.holdfast.domain.fulfilment.rate.TariffRows;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.RowReject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks gathered tariffs, with the rules of the domain, and makes those ready that are sound. */
final class TariffAssembly {
  private final SheetReader reader;
  private final Map<TariffSheet, List<RowReject>> holes = new EnumMap<>(TariffSheet.class);

  TariffAssembly(SheetReader reader) {
    this.reader = reader;
  }

  TariffAnswer answer(List<DraftTariff> drafts) {
    Map<Tariff, DraftTariff> sound = new HashMap<>();
    List<Tariff> ready = new ArrayList<>();
    for (DraftTariff draft : drafts) {
      String carrier = draft.terms().service().carrier();
      if (!reader.isSpoiled(carrier)) {
        TariffRows rows = draft.rows();
        if (check(rows)) {
          Tariff tariff = Tariff.of(rows);
          ready.add(tariff);
          sound.put(tariff, draft);
        } else {
          reader.spoil(carrier);
        }
      }
    }
    for (RateBook.Clash clash : RateBook.clashes(ready)) {
      DraftTariff draft = sound.get(clash.tariff());
      if (draft != null) {
        reject(TariffSheet.TARIFFS, draft.line(), "valid_from", clash.message());
        reader.spoil(clash.tariff().service().carrier());
      }
    }
    ready.removeIf(tariff -> reader.isSpoiled(tariff.service().carrier()));
    holes.values().forEach(of -> of.sort(Comparator.comparingLong(RowReject::line)));
    return new TariffAnswer(ready, reader.all(), holes);
  }

  private boolean check(TariffRows rows) {
    boolean sound = true;
    for (TariffFinding finding : TariffChecks.check(rows)) {
      TariffSheet sheet = sheet(finding);
      if (finding.refuses()) {
        reject(sheet, finding.line(), column(finding.field()), finding.message());
        sound = false;
      } else {
        hole(sheet, finding);
      }
    }
    return sound;
  }

  private void hole(TariffSheet sheet, TariffFinding finding) {
    List<RowReject> of = holes.computeIfAbsent(sheet, s -> new ArrayList<>());
    RowReject hole = new RowReject(finding.line(), column(finding.field()), "", finding.message());
    if (of.size() < BulkResult.MAX_REJECTS && !of.contains(hole)) {
      of.add(hole);
    }
  }

  private void reject(TariffSheet sheet, long line, String column, String message) {
    reader.rejects(sheet).add(line, column, "", message);
  }

  private static TariffSheet sheet(TariffFinding finding) {
    return switch (finding.sheet()) {
      case TERMS -> TariffSheet.TARIFFS;
      case ZONES -> TariffSheet.ZONES;
      case BANDS -> TariffSheet.BANDS;
      case SURCHARGES -> TariffSheet.SURCHARGES;
    };
  }

  /** What the domain's fields are called in files. */
  private static String column(String field) {
    return switch (field) {
      case "validTo" -> "valid_to";
      case "stepG" -> "step_g";
      case "overG" -> "over_g";
      case "upToG" -> "up_to_g";
      case "fuelBasisPoints" -> "fuel_bp";
      case "fuelOn" -> "fuel_on";
      case "roundTo" -> "round_to";
      case "destinationTo" -> "destination_to";
      case "area" -> "postcode_from";
      default -> field;
    };
  }
}
