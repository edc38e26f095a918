package dev.holdfast.server.runtime;

import dev.holdfast.application.fulfilment.TariffSheet;
import dev.holdfast.application.fulfilment.setup.CartonSetting;
import dev.holdfast.application.fulfilment.setup.FacilitySetting;
import dev.holdfast.application.fulfilment.setup.ImportTariffs;
import dev.holdfast.application.fulfilment.setup.LayoutSetting;
import dev.holdfast.application.fulfilment.setup.RulesSetting;
import dev.holdfast.application.fulfilment.setup.SetUpFulfilment;
import dev.holdfast.application.fulfilment.setup.SetUpFulfilment.Coded;
import dev.holdfast.application.fulfilment.setup.SettingKind;
import dev.holdfast.application.fulfilment.setup.SetupAnswer;
import dev.holdfast.application.fulfilment.setup.WishesSetting;
import dev.holdfast.demo.DemoCarton;
import dev.holdfast.demo.DemoClient;
import dev.holdfast.demo.DemoFacility;
import dev.holdfast.demo.DemoFloor;
import dev.holdfast.demo.DemoFulfilment;
import dev.holdfast.demo.DemoHandling;
import dev.holdfast.demo.DemoTariffs;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.Side;
import dev.holdfast.storage.api.SetupStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Sets the clients of the demo company up for fulfilment, once, by the same use cases that users
 * have. A client that has set up a facility is left alone.
 */
final class DemoSetup {
  private static final String COUNTRY = "US";

  private final SetupStore store;
  private final SetUpFulfilment settings;
  private final ImportTariffs tariffs;

  DemoSetup(SetupStore store, SetUpFulfilment settings) {
    this.store = store;
    this.settings = settings;
    this.tariffs = new ImportTariffs(settings);
  }

  boolean isDone(ClientId client) {
    return !store.list(client, SettingKind.FACILITY.label(), null, 1).items().isEmpty();
  }

  void load(ClientId client, DemoClient from) throws IOException {
    ImportTariffs.Imported imported = tariffs.run(client, sheets(), false);
    if (imported.outcome() == null) {
      throw new IOException("the demo company's tariffs have bad rows: " + imported.rejects());
    }
    require(imported.outcome(), from);
    // One change, and the last: a start that is interrupted before it begins again.
    require(settings.putAll(client, all(DemoFulfilment.of(from))), from);
  }

  private static void require(SetupAnswer answer, DemoClient from) throws IOException {
    if (!(answer instanceof SetupAnswer.Saved)) {
      throw new IOException(from.code() + " of the demo company cannot be set up: " + answer);
    }
  }

  private static Map<TariffSheet, String> sheets() throws IOException {
    Map<TariffSheet, String> sheets = new EnumMap<>(TariffSheet.class);
    for (TariffSheet sheet : TariffSheet.values()) {
      try (InputStream file = DemoTariffs.open(sheet.label())) {
        sheets.put(sheet, new String(file.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return sheets;
  }

  private static List<Coded> all(DemoFulfilment demo) {
    List<Coded> all = new ArrayList<>();
    demo.cartons().forEach(carton -> all.add(new Coded(carton.code(), carton(carton))));
    demo.wishes().forEach((sku, wishes) -> all.add(new Coded(sku, wishes(wishes))));
    List<RulesSetting.Rule> rules =
        demo.rules().stream()
            .map(rule -> new RulesSetting.Rule(rule.first(), rule.second(), rule.scope()))
            .toList();
    all.add(new Coded(SettingKind.ONCE, new RulesSetting(rules)));
    for (DemoFacility facility : demo.facilities()) {
      all.add(new Coded(facility.location(), facility(facility)));
      DemoFloor floor = facility.floor();
      if (floor != null) {
        all.add(new Coded(facility.location(), layout(floor)));
      }
    }
    return all;
  }

  private static CartonSetting carton(DemoCarton carton) {
    return new CartonSetting(
        new CartonSetting.Sides(carton.lengthMm(), carton.widthMm(), carton.heightMm()),
        new CartonSetting.Sides(
            carton.innerLengthMm(), carton.innerWidthMm(), carton.innerHeightMm()),
        carton.emptyG(),
        carton.maxGrossG(),
        carton.costMinor());
  }

  private static WishesSetting wishes(DemoHandling wishes) {
    return new WishesSetting(
        wishes.keepUpright(),
        wishes.fragile(),
        wishes.shipAlone(),
        0,
        wishes.classes().stream().sorted().toList(),
        wishes.minShelfLifeDays());
  }

  private static FacilitySetting facility(DemoFacility facility) {
    return new FacilitySetting(
        facility.postcode(),
        COUNTRY,
        facility.hours(),
        facility.handling(),
        facility.adjustmentMinor(),
        null,
        facility.scarceBelow() == 0
            ? null
            : new FacilitySetting.Scarce(facility.scarceBelow(), facility.scarceMinor()),
        new FacilitySetting.Waves(facility.waveOrders(), facility.waveUnits()),
        facility.pickCapacity());
  }

  private static LayoutSetting layout(DemoFloor floor) {
    Layout.Block block = new Layout.Block(floor.blockLengthMm(), floor.slotsPerSide());
    List<LayoutSetting.SkuSlot> slots = new ArrayList<>();
    for (DemoFloor.Place place : floor.places()) {
      Side side = place.right() ? Side.RIGHT : Side.LEFT;
      slots.add(
          new LayoutSetting.SkuSlot(
              place.sku(), place.aisle(), place.block(), place.position(), side.label(), 0));
    }
    return new LayoutSetting(
        floor.aisles(),
        floor.aislePitchMm(),
        Collections.nCopies(floor.blocks(), block),
        floor.crossAisleMm(),
        floor.levels(),
        new Layout.Depot(floor.depotAisle(), floor.depotDistanceMm()),
        List.of(),
        slots);
  }
}
