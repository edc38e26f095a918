package dev.holdfast.server.http.fulfilment;

import dev.holdfast.application.fulfilment.setup.CartonSetting;
import dev.holdfast.application.fulfilment.setup.FacilitySetting;
import dev.holdfast.application.fulfilment.setup.LayoutSetting;
import dev.holdfast.application.fulfilment.setup.RulesSetting;
import dev.holdfast.application.fulfilment.setup.TermsSetting;
import dev.holdfast.application.fulfilment.setup.WishesSetting;
import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.LayoutRules;
import dev.holdfast.server.http.JsonFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bodies as settings: their fields and types are looked at here; what they say, by the setting.
 * What lies inside a list or an object is closed here, the body by whoever finishes it.
 */
final class SettingBodies {
  private SettingBodies() {}

  static CartonSetting carton(JsonFields body) {
    return new CartonSetting(
        sides(body, "outer"),
        sides(body, "inner"),
        body.number("emptyG"),
        body.number("maxGrossG"),
        body.integer("costMinor", 0));
  }

  private static CartonSetting.Sides sides(JsonFields body, String name) {
    JsonFields sides = body.object(name);
    CartonSetting.Sides read =
        new CartonSetting.Sides(
            sides.number("lengthMm"), sides.number("widthMm"), sides.number("heightMm"));
    sides.closed();
    return read;
  }

  static RulesSetting rules(JsonFields body) {
    List<RulesSetting.Rule> rules = new ArrayList<>();
    if (!body.has("rules")) {
      body.violate("rules", "is missing; send an empty list for no rules");
    }
    for (JsonFields one : body.objectsOrNone("rules", RulesSetting.MAX_RULES)) {
      rules.add(new RulesSetting.Rule(one.text("first"), one.text("second"), one.text("scope")));
      one.closed();
    }
    return new RulesSetting(rules);
  }

  static TermsSetting terms(JsonFields body) {
    TermsSetting usual = TermsSetting.DEFAULT;
    JsonFields given = body.objectOrNull("yardstick");
    TermsSetting.Yardstick yardstick = usual.yardstick();
    if (given != null) {
      yardstick =
          new TermsSetting.Yardstick(
              given.integer("baseMinor"), given.integer("perKgMinor"), given.integer("divisor"));
      given.closed();
    }
    return new TermsSetting(
        body.number("maxShipments", usual.maxShipments()),
        body.integer("splitMinor", usual.splitMinor()),
        yardstick);
  }

  static WishesSetting wishes(JsonFields body) {
    return new WishesSetting(
        body.flag("keepUpright", false),
        body.flag("fragile", false),
        body.flag("shipAlone", false),
        body.number("maxPerCarton", 0),
        body.texts("classes", WishesSetting.MAX_CLASSES),
        body.number("minShelfLifeDays", 0));
  }

  static FacilitySetting facility(JsonFields body) {
    return new FacilitySetting(
        body.text("postcode"),
        body.text("country"),
        body.text("hours", null),
        body.text("handling", null),
        body.integer("adjustmentMinor", 0),
        body.text("excluded", null),
        scarce(body.objectOrNull("scarce")),
        waves(body.objectOrNull("waves")),
        body.integer("pickCapacity", FacilitySetting.USUAL_CAPACITY));
  }

  private static FacilitySetting.@Nullable Scarce scarce(@Nullable JsonFields given) {
    if (given == null) {
      return null;
    }
    FacilitySetting.Scarce read =
        new FacilitySetting.Scarce(given.integer("below"), given.integer("minor"));
    given.closed();
    return read;
  }

  private static FacilitySetting.Waves waves(@Nullable JsonFields given) {
    if (given == null) {
      return FacilitySetting.USUAL_WAVES;
    }
    FacilitySetting.Waves read =
        new FacilitySetting.Waves(given.number("maxOrders"), given.integer("maxUnits"));
    given.closed();
    return read;
  }

  static LayoutSetting layout(JsonFields body) {
    int aisles = body.number("aisles");
    int pitch = body.number("aislePitchMm");
    List<Layout.Block> blocks = new ArrayList<>();
    for (JsonFields one : body.objects("blocks", LayoutRules.MAX_BLOCKS)) {
      blocks.add(new Layout.Block(one.number("lengthMm"), one.number("slotsPerSide")));
      one.closed();
    }
    int crossAisle = body.number("crossAisleMm");
    int levels = body.number("levels", 1);
    JsonFields given = body.object("depot");
    Layout.Depot depot = new Layout.Depot(given.number("aisle"), given.number("distanceMm"));
    given.closed();
    return new LayoutSetting(
        aisles, pitch, blocks, crossAisle, levels, depot, walls(body), slots(body));
  }

  private static List<Layout.Wall> walls(JsonFields body) {
    List<Layout.Wall> walls = new ArrayList<>();
    for (JsonFields one : body.objectsOrNone("walls", LayoutSetting.MAX_WALLS)) {
      walls.add(
          new Layout.Wall(one.number("aisle"), one.number("block"), one.number("beforePosition")));
      one.closed();
    }
    return walls;
  }

  private static List<LayoutSetting.SkuSlot> slots(JsonFields body) {
    List<LayoutSetting.SkuSlot> slots = new ArrayList<>();
    for (JsonFields one : body.objectsOrNone("slots", LayoutSetting.MAX_SLOTS)) {
      slots.add(
          new LayoutSetting.SkuSlot(
              one.text("sku"),
              one.number("aisle"),
              one.number("block"),
              one.number("position"),
              one.text("side"),
              one.number("level", 0)));
      one.closed();
    }
    return slots;
  }
}
