package dev.holdfast.server.http.floor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.floor.FloorList;
import dev.holdfast.application.floor.FloorList.Stop;
import dev.holdfast.application.floor.FloorList.StopPick;
import dev.holdfast.application.floor.FloorList.Tote;
import dev.holdfast.application.floor.SkuCard;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.Point;
import dev.holdfast.domain.fulfilment.pick.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pick lists as JSON. */
final class PickListJson {
  private final FloorDesk desk;

  PickListJson(FloorDesk desk) {
    this.desk = desk;
  }

  ObjectNode list(ClientId client, FloorList list) {
    FloorList.Content content = list.content();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", list.id().toString()).put("number", list.number());
    json.put("wave", list.wave().toString());
    json.put("location", desk.code(client, list.locationId()));
    json.put("state", list.state().label()).put("picker", content.picker());
    json.put("lengthMm", content.lengthMm());
    json.set("layout", layout(content.layout()));
    ArrayNode walk = json.putArray("walk");
    content.walk().forEach(point -> point(point, walk.addObject()));
    ArrayNode totes = json.putArray("totes");
    for (int i = 0; i < content.totes().size(); i++) {
      Tote tote = content.totes().get(i);
      ObjectNode one = totes.addObject().put("tote", i);
      one.put("shipment", tote.shipment() == null ? null : tote.shipment().toString());
      one.put("order", tote.order().toString()).put("number", tote.number());
    }
    ArrayNode stops = json.putArray("stops");
    for (int i = 0; i < content.stops().size(); i++) {
      stop(list, i, stops.addObject());
    }
    return json;
  }

  private static void stop(FloorList list, int index, ObjectNode json) {
    Stop stop = list.content().stops().get(index);
    json.put("stop", index);
    json.set("slot", slot(stop.slot(), list.content().layout()));
    json.put("done", stop.done());
    ArrayNode picks = json.putArray("picks");
    for (StopPick pick : stop.picks()) {
      SkuCard card = list.card(pick.skuId());
      ObjectNode one = picks.addObject();
      one.put("sku", card.code()).put("name", card.name());
      ArrayNode barcodes = one.putArray("barcodes");
      card.barcodes().forEach(barcodes::add);
      one.put("unit", card.unit());
      one.put("quantity", card.scale().toDecimal(pick.quantity()));
      one.put("tote", pick.tote()).put("lot", pick.lot());
      one.put("expires", pick.expires() == null ? null : pick.expires().toString());
      one.put("found", pick.found() == null ? null : card.scale().toDecimal(pick.found()));
    }
  }

  private static @Nullable ObjectNode slot(@Nullable Slot slot, @Nullable Layout layout) {
    if (slot == null || layout == null) {
      return null;
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("text", slot.text()).put("aisle", slot.aisle()).put("block", slot.block());
    json.put("position", slot.position()).put("side", slot.side().label());
    json.put("level", slot.level());
    point(layout.at(slot), json);
    return json;
  }

  private static void point(Point point, ObjectNode json) {
    json.put("xMm", point.xMm()).put("yMm", point.yMm());
  }

  private static @Nullable ObjectNode layout(@Nullable Layout layout) {
    if (layout == null) {
      return null;
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("aisles", layout.aisles()).put("aislePitchMm", layout.aislePitchMm());
    ArrayNode blocks = json.putArray("blocks");
    for (Layout.Block block : layout.blocks()) {
      blocks
          .addObject()
          .put("lengthMm", block.lengthMm())
          .put("slotsPerSide", block.slotsPerSide());
    }
    json.put("crossAisleMm", layout.crossAisleMm()).put("levels", layout.levels());
    json.putObject("depot")
        .put("aisle", layout.depot().aisle())
        .put("distanceMm", layout.depot().distanceMm());
    ArrayNode walls = json.putArray("walls");
    List<Layout.Wall> all = layout.walls();
    for (Layout.Wall wall : all) {
      walls
          .addObject()
          .put("aisle", wall.aisle())
          .put("block", wall.block())
          .put("beforePosition", wall.beforePosition());
    }
    return json;
  }
}
