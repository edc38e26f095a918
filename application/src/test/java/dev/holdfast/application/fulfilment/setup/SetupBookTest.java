package dev.holdfast.application.fulfilment.setup;

import static dev.holdfast.application.fulfilment.setup.SetupScene.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.fulfilment.TariffSheet;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.fulfilment.pick.Layout;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings are checked when they are written, and compiled when they are needed. */
final class SetupBookTest {
  private final SetupScene scene = new SetupScene();

  private void saved(String code, Setting setting) {
    assertThat(scene.settings.put(CLIENT, code, setting)).isInstanceOf(SetupAnswer.Saved.class);
  }

  private List<String> faults(String code, Setting setting) {
    long before = scene.store.revision(CLIENT);
    SetupAnswer answer = scene.settings.put(CLIENT, code, setting);
    assertThat(scene.store.revision(CLIENT)).isEqualTo(before);
    assertThat(answer).isInstanceOf(SetupAnswer.Invalid.class);
    return ((SetupAnswer.Invalid) answer).violations().stream().map(Violation::field).toList();
  }

  @Test
  void aClientWithoutSettingsHasAnEmptySetup() {
    FulfilmentSetup setup = scene.here.of(new ClientId(9));

    assertThat(setup.rates()).isNull();
    assertThat(setup.cartons()).isEmpty();
    assertThat(setup.terms()).isEqualTo(PlanTerms.DEFAULT);
  }

  @Test
  void whatIsSetUpIsWhatPlanningGets() {
    saved("M1", SetupScene.carton());
    saved("CUP", SetupScene.wishes("glass"));
    saved("MCI", SetupScene.facility());
    saved("MCI", layout(new LayoutSetting.SkuSlot("CUP", 1, 0, 3, "right", 0)));
    saved(SettingKind.ONCE, SetupScene.rules("heavy", "glass"));
    new ImportTariffs(scene.settings).run(CLIENT, SetupScene.sheets(), false);

    FulfilmentSetup setup = scene.here.of(CLIENT);

    assertThat(setup.cartons()).extracting("code").containsExactly("M1");
    assertThat(setup.wishesOf("CUP").handling().classes()).containsExactly("glass");
    assertThat(setup.rules().rules()).hasSize(1);
    assertThat(setup.rates()).isNotNull();
    assertThat(setup.calendars()).hasSize(4);
    Facility facility = setup.facilities().get("MCI");
    assertThat(facility.origin().zone()).isEqualTo(ZoneId.of("America/Chicago"));
    assertThat(facility.hours()).hasSize(5);
    assertThat(facility.floor().slots().get("CUP").text()).contains("position 3, right");
    scene.settings.remove(CLIENT, SettingKind.LAYOUT, "MCI");
    assertThat(scene.here.of(CLIENT).facilities().get("MCI").floor()).isNull();
    assertThat(scene.here.of(CLIENT).rates()).as("not read again").isSameAs(setup.rates());
  }

  @Test
  void aChangeIsFeltHereAtOnceAndElsewhereWithinASecond() {
    assertThat(scene.here.of(CLIENT).cartons()).isEmpty();
    assertThat(scene.elsewhere.of(CLIENT).cartons()).isEmpty();

    saved("M1", SetupScene.carton());

    assertThat(scene.here.of(CLIENT).cartons()).hasSize(1);
    assertThat(scene.elsewhere.of(CLIENT).cartons()).isEmpty();
    scene.timePasses(SetupBook.ASK_EVERY);
    assertThat(scene.elsewhere.of(CLIENT).cartons()).hasSize(1);
  }

  @Test
  void aNewTimeZoneIsFeltInTime() {
    saved("MCI", SetupScene.facility());
    assertThat(scene.here.of(CLIENT).facilities()).containsKey("MCI");

    scene.catalogue.update(CLIENT, SetupScene.place(ZoneId.of("UTC")));
    scene.timePasses(SetupBook.RENEW_EVERY.plus(Duration.ofSeconds(1)));

    assertThat(scene.here.of(CLIENT).facilities().get("MCI").origin().zone())
        .isEqualTo(ZoneId.of("UTC"));
  }

  @Test
  void whatCannotBeIsRefusedByField() {
    CartonSetting.Sides large = new CartonSetting.Sides(400, 190, 140);
    assertThat(faults("X", new CartonSetting(SetupScene.carton().outer(), large, 200, 200, 0)))
        .containsExactly("inner.lengthMm", "maxGrossG");
    assertThat(faults("-", SetupScene.rules("", "glass"))).containsExactly("rules[0].first");
    assertThat(
            faults(
                "MCI",
                new FacilitySetting(
                    "?", "XX", "noon", "soon", 0, null, null, new FacilitySetting.Waves(0, 1), 0)))
        .containsExactly(
            "postcode", "country", "hours", "handling", "waves.maxOrders", "pickCapacity");
    assertThat(faults("MCI", layout(new LayoutSetting.SkuSlot("CUP", 9, 0, 3, "left", 0))))
        .containsExactly("slots[0]");
    assertThat(faults("MCI", layout(new LayoutSetting.SkuSlot("NONE", 1, 0, 3, "left", 0))))
        .containsExactly("slots[0].sku");
    assertThat(scene.settings.put(CLIENT, "NOWHERE", SetupScene.facility()))
        .isInstanceOf(SetupAnswer.NotThere.class);
  }

  @Test
  void aSkuThatNoRuleLetsShipIsRefusedFromBothSides() {
    saved(SettingKind.ONCE, SetupScene.rules("glass", "heavy"));
    assertThat(faults("CUP", SetupScene.wishes("glass", "heavy"))).containsExactly("classes");

    saved("BALL", SetupScene.wishes("heavy", "round"));
    assertThat(faults(SettingKind.ONCE, SetupScene.rules("round", "heavy")))
        .containsExactly("rules[0]");
  }

  @Test
  void sheetsAreTakenTogetherOrNotAtAll() {
    ImportTariffs imports = new ImportTariffs(scene.settings);
    Map<TariffSheet, String> sheets = SetupScene.sheets();

    assertThat(imports.run(CLIENT, sheets, true).outcome()).isNull();
    assertThat(scene.store.revision(CLIENT)).isZero();
    assertThat(imports.run(CLIENT, sheets, false).outcome()).isInstanceOf(SetupAnswer.Saved.class);

    String bands = SetupScene.sheets().get(TariffSheet.BANDS);
    ImportTariffs.Imported bad =
        imports.run(
            CLIENT, Map.of(TariffSheet.BANDS, bands + "Nobody,ground,1,0,500,,1.00\n"), false);
    assertThat(bad.outcome()).isNull();
    assertThat(bad.rejects()).containsOnlyKeys(TariffSheet.BANDS);
    assertThat(scene.here.of(CLIENT).rates().services()).hasSize(4);
  }

  /** What is stored is read by every later version; so these names may not change. */
  @Test
  void documentsKeepTheirForm() {
    assertThat(SettingJson.write(SetupScene.carton()))
        .isEqualTo(
            """
            {"outer":{"lengthMm":300,"widthMm":200,"heightMm":150},\
            "inner":{"lengthMm":290,"widthMm":190,"heightMm":140},\
            "emptyG":200,"maxGrossG":20000,"costMinor":45}\
            """);
    assertThat(SettingJson.write(SetupScene.facility()))
        .isEqualTo(
            """
            {"postcode":"64120","country":"US","hours":"mon-fri 06:00-20:00","handling":"2h",\
            "adjustmentMinor":-50,"scarce":{"below":5,"minor":100},\
            "waves":{"maxOrders":200,"maxUnits":2000},"pickCapacity":60}\
            """);
    assertThat(SettingJson.write(layout(new LayoutSetting.SkuSlot("CUP", 1, 0, 3, "left", 0))))
        .isEqualTo(
            """
            {"aisles":4,"aislePitchMm":3000,"blocks":[{"lengthMm":12000,"slotsPerSide":10}],\
            "crossAisleMm":2000,"levels":2,"depot":{"aisle":0,"distanceMm":3000},"walls":[],\
            "slots":[{"sku":"CUP","aisle":1,"block":0,"position":3,"side":"left","level":0}]}\
            """);
    assertThat(SettingJson.write(SetupScene.wishes("glass")))
        .isEqualTo(
            """
            {"keepUpright":false,"fragile":true,"shipAlone":false,"maxPerCarton":6,\
            "classes":["glass"],"minShelfLifeDays":0}\
            """);
    assertThat(SettingJson.write(TermsSetting.DEFAULT))
        .isEqualTo(
            """
            {"maxShipments":4,"splitMinor":100,\
            "yardstick":{"baseMinor":700,"perKgMinor":40,"divisor":5000}}\
            """);
  }

  private static LayoutSetting layout(LayoutSetting.SkuSlot slot) {
    return new LayoutSetting(
        4,
        3_000,
        List.of(new Layout.Block(12_000, 10)),
        2_000,
        2,
        new Layout.Depot(0, 3_000),
        List.of(),
        List.of(slot));
  }
}
