package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.application.fulfilment.TariffSheet;
import dev.holdfast.demo.DemoTariffs;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.contract.catalogue.ReferenceCatalogueStore;
import dev.holdfast.storage.contract.setup.ReferenceSetupStore;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A client with two SKUs and a location, nothing set up, and two nodes. */
final class SetupScene {
  static final ClientId CLIENT = new ClientId(1);

  final ReferenceSetupStore store = new ReferenceSetupStore(() -> Instant.EPOCH);
  final ReferenceCatalogueStore catalogue = new ReferenceCatalogueStore();
  private long nanos = 5_000_000_000L;
  final SetupBook here = new SetupBook(store, catalogue, () -> nanos);
  final SetupBook elsewhere = new SetupBook(store, catalogue, () -> nanos);
  final SetUpFulfilment settings = new SetUpFulfilment(store, catalogue, here);

  SetupScene() {
    catalogue.create(CLIENT, sku("CUP"));
    catalogue.create(CLIENT, sku("BALL"));
    catalogue.create(CLIENT, place(ZoneId.of("America/Chicago")));
  }

  void timePasses(Duration time) {
    nanos += time.toNanos();
  }

  static Location place(ZoneId zone) {
    return new Location(
        "MCI",
        "Kansas City",
        Location.Kind.FULFILMENT_CENTRE,
        "central",
        new BigDecimal("39.1362"),
        new BigDecimal("-94.4927"),
        zone,
        "Here");
  }

  private static Sku sku(String code) {
    return new Sku(
        code, code, List.of(), "each", new Scale(0), new Sku.Size(100, 100, 100, 300), "things");
  }

  static CartonSetting carton() {
    CartonSetting.Sides inner = new CartonSetting.Sides(290, 190, 140);
    return new CartonSetting(new CartonSetting.Sides(300, 200, 150), inner, 200, 20_000, 45);
  }

  static WishesSetting wishes(String... classes) {
    return new WishesSetting(false, true, false, 6, List.of(classes), 0);
  }

  static RulesSetting rules(String first, String second) {
    return new RulesSetting(List.of(new RulesSetting.Rule(first, second, "carton")));
  }

  static FacilitySetting facility() {
    return new FacilitySetting(
        "64120",
        "US",
        "mon-fri 06:00-20:00",
        "2h",
        -50,
        null,
        new FacilitySetting.Scarce(5, 100),
        FacilitySetting.USUAL_WAVES,
        FacilitySetting.USUAL_CAPACITY);
  }

  static Map<TariffSheet, String> sheets() {
    Map<TariffSheet, String> sheets = new EnumMap<>(TariffSheet.class);
    for (TariffSheet sheet : TariffSheet.values()) {
      try (InputStream file = DemoTariffs.open(sheet.label())) {
        sheets.put(sheet, new String(file.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException unreadable) {
        throw new IllegalStateException(unreadable);
      }
    }
    return sheets;
  }
}
