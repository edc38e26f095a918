package dev.holdfast.server.runtime;

import dev.holdfast.application.fulfilment.TariffSheet;
import dev.holdfast.application.fulfilment.setup.CartonSetting;
import dev.holdfast.application.fulfilment.setup.FacilitySetting;
import dev.holdfast.application.fulfilment.setup.ImportTariffs;
import dev.holdfast.application.fulfilment.setup.LayoutSetting;
import dev.holdfast.application.fulfilment.setup.RulesSetting;
import dev.holdfast.application.fulfilment.setup.SetUpFulfilment;
import dev.holdfast.application.fulfilment.setup.SetUpFulfilment.Coded;
import dev.holdfast.application.fulfilment.setup.Setting;
import dev.holdfast.application.fulfilment.setup.SettingKind;
import dev.holdfast.application.fulfilment.setup.SetupAnswer;
import dev.holdfast.application.fulfilment.setup.SetupBook;
import dev.holdfast.application.fulfilment.setup.WishesSetting;
import dev.holdfast.demo.DemoTariffs;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.storage.api.SetupStore;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresAccessStore;
import dev.holdfast.storage.postgres.PostgresCatalogueStore;
import dev.holdfast.storage.postgres.PostgresSetupStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sets a client of a running server up to ship, by the use cases that people use. */
public final class ShippingSetup {
  private static final int AISLES = 4;

  private final List<Coded> settings = new ArrayList<>();

  /** Two boxes: one that a handful of small goods fits into, and one for a large piece. */
  public ShippingSetup() {
    settings.add(new Coded("S", carton(300, 200, 150, 45)));
    settings.add(new Coded("L", carton(600, 400, 400, 160)));
  }

  private static CartonSetting carton(int length, int width, int height, long costMinor) {
    CartonSetting.Sides outer = new CartonSetting.Sides(length, width, height);
    CartonSetting.Sides inner = new CartonSetting.Sides(length - 10, width - 10, height - 10);
    return new CartonSetting(outer, inner, 200, 25_000, costMinor);
  }

  /** A location that ships from here, every day at every hour. */
  public ShippingSetup facility(String location, String postcode, long adjustmentMinor) {
    settings.add(
        new Coded(
            location,
            new FacilitySetting(
                postcode,
                "US",
                "mon-sun 00:00-24:00",
                "0h",
                adjustmentMinor,
                null,
                null,
                FacilitySetting.USUAL_WAVES,
                FacilitySetting.USUAL_CAPACITY)));
    return this;
  }

  /** A floor of four aisles where these goods lie one behind the other, aisle by aisle. */
  public ShippingSetup layout(String location, String... skus) {
    List<LayoutSetting.SkuSlot> slots = new ArrayList<>();
    for (int i = 0; i < skus.length; i++) {
      slots.add(new LayoutSetting.SkuSlot(skus[i], i % AISLES, 0, i / AISLES, "left", 0));
    }
    settings.add(
        new Coded(
            location,
            new LayoutSetting(
                AISLES,
                3_000,
                List.of(new Layout.Block(10_000, 10)),
                2_000,
                1,
                new Layout.Depot(0, 1_000),
                List.of(),
                slots)));
    return this;
  }

  /** A SKU is of these classes, and wants so many days left on arrival. */
  public ShippingSetup wishes(String sku, int minShelfLifeDays, String... classes) {
    settings.add(
        new Coded(
            sku, new WishesSetting(false, false, false, 0, List.of(classes), minShelfLifeDays)));
    return this;
  }

  /** Two classes that must not share a carton, a shipment or a location. */
  public ShippingSetup apart(String first, String second, String scope) {
    Setting rules = new RulesSetting(List.of(new RulesSetting.Rule(first, second, scope)));
    settings.add(new Coded(SettingKind.ONCE, rules));
    return this;
  }

  /** Writes all of it, with the synthetic tariffs where they are wanted. */
  public void of(RunningServer server, String clientCode, boolean tariffs) throws IOException {
    try (Database database = Database.open(server.target(), 1)) {
      ClientId client = new PostgresAccessStore(database).client(clientCode).orElseThrow().id();
      SetupStore store = new PostgresSetupStore(database);
      PostgresCatalogueStore catalogue = new PostgresCatalogueStore(database);
      SetUpFulfilment write =
          new SetUpFulfilment(store, catalogue, new SetupBook(store, catalogue));
      if (tariffs) {
        require(new ImportTariffs(write).run(client, sheets(), false).outcome());
      }
      require(write.putAll(client, settings));
    }
  }

  private static void require(Object answer) {
    if (!(answer instanceof SetupAnswer.Saved)) {
      throw new IllegalStateException("not set up: " + answer);
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
}
