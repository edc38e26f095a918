package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.application.fulfilment.SheetTexts;
import dev.holdfast.application.fulfilment.TariffSheet;
import dev.holdfast.application.fulfilment.setup.FulfilmentSetup.SkuWishes;
import dev.holdfast.domain.fulfilment.carton.CartonType;
import dev.holdfast.domain.fulfilment.split.ClassRules;
import dev.holdfast.storage.api.SetupStore.SetupRow;
import dev.holdfast.storage.api.SetupStore.Snapshot;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a setup of a client's documents. They were checked when they were written; one that cannot
 * be read all the same, after a version was taken back, is left out and named in the log, because a
 * facility without its layout is better than none.
 */
final class SetupCompiler {
  private static final Logger LOG = LoggerFactory.getLogger(SetupCompiler.class);

  private final Map<String, ZoneId> zones;
  private final List<CartonType> cartons = new ArrayList<>();
  private final Map<String, SkuWishes> wishes = new HashMap<>();
  private final Map<String, FacilitySetting> facilities = new HashMap<>();
  private final Map<String, Facility.Floor> floors = new HashMap<>();
  private final Map<TariffSheet, String> sheets = new EnumMap<>(TariffSheet.class);
  private ClassRules rules = ClassRules.NONE;
  private PlanTerms terms = PlanTerms.DEFAULT;

  private SetupCompiler(Map<String, ZoneId> zones) {
    this.zones = zones;
  }

  /** A setup with what may be used again for the next. */
  record Compiled(FulfilmentSetup setup, CarrierSetup carriers) {}

  /**
   * Compiles.
   *
   * @param zones the time zone of each location
   * @param before the carriers of an earlier setup; used again where the sheets are the same
   */
  static Compiled compile(Snapshot snapshot, Map<String, ZoneId> zones, CarrierSetup before) {
    SetupCompiler compiler = new SetupCompiler(zones);
    snapshot.rows().forEach(compiler::read);
    SheetTexts texts = new SheetTexts(compiler.sheets);
    CarrierSetup carriers = texts.equals(before.sheets()) ? before : CarrierSetup.of(texts);
    return new Compiled(compiler.setup(snapshot.revision(), carriers), carriers);
  }

  private void read(SetupRow row) {
    for (SettingKind kind : SettingKind.values()) {
      if (kind.label().equals(row.kind())) {
        try {
          read(kind, row.code(), row.document());
        } catch (IllegalArgumentException unreadable) {
          LOG.warn(
              "the {} {} cannot be read and is left out: {}; set it again",
              row.kind(),
              row.code(),
              unreadable.getMessage());
        }
      }
    }
  }

  private void read(SettingKind kind, String code, String document) {
    switch (kind) {
      case CARTON -> cartons.add(SettingJson.read(document, CartonSetting.class).type(code));
      case RULES -> rules = SettingJson.read(document, RulesSetting.class).compiled();
      case TERMS -> terms = SettingJson.read(document, TermsSetting.class).compiled();
      case WISHES -> wishes.put(code, SettingJson.read(document, WishesSetting.class).compiled());
      case FACILITY -> facilities.put(code, SettingJson.read(document, FacilitySetting.class));
      case LAYOUT -> floors.put(code, SettingJson.read(document, LayoutSetting.class).compiled());
      case SHEET -> sheet(code).ifPresent(sheet -> sheets.put(sheet, document));
    }
  }

  private static Optional<TariffSheet> sheet(String label) {
    return TariffSheet.ofLabel(label);
  }

  private FulfilmentSetup setup(long revision, CarrierSetup carriers) {
    Map<String, Facility> ready = new HashMap<>();
    facilities.forEach((code, setting) -> {
      ZoneId zone = zones.get(code);
      if (zone != null) {
        ready.put(code, setting.compiled(code, zone, floors.get(code)));
      }
    });
    return new FulfilmentSetup(
        revision, carriers.rates(), carriers.calendars(), cartons, rules, wishes, ready, terms);
  }
}
