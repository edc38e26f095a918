package dev.holdfast.server.http.floor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.floor.Shipments.OnFloor;
import dev.holdfast.application.floor.SkuCard;
import dev.holdfast.application.floor.SkuCards;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import dev.holdfast.domain.fulfilment.carton.Placement;
import dev.holdfast.domain.fulfilment.carton.Size;
import dev.holdfast.domain.order.Carriage;
import dev.holdfast.domain.order.FloorMarks.LotShare;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.Part;
import dev.holdfast.domain.order.ShipTo;
import dev.holdfast.domain.order.Shipment;

/** Shipments as the floor sees them, as JSON. Waits for the store where a name is not known. */
final class ShipmentJson {
  private final SkuCards cards;
  private final FloorDesk desk;

  ShipmentJson(SkuCards cards, FloorDesk desk) {
    this.cards = cards;
    this.desk = desk;
  }

  ObjectNode shipment(ClientId client, OnFloor seen) {
    Shipment one = seen.shipment();
    Carriage by = one.carriage();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", one.id().toString()).put("order", seen.order().id().toString());
    json.put("number", seen.order().number()).put("state", one.state().label());
    json.put("location", desk.code(client, one.locationId()));
    json.put("carrier", by.carrier()).put("service", by.service());
    json.put("pickUp", by.pickUp().toString()).put("shipBy", by.shipBy().toString());
    json.put("arrival", by.arrival().toString());
    ArrayNode tracking = json.putArray("tracking");
    one.floor().tracking().forEach(tracking::add);
    json.put("wave", one.floor().wave() == null ? null : one.floor().wave().toString());
    json.put("pickList", one.floor().pickList() == null ? null : one.floor().pickList().toString());
    json.put("pickListNumber", seen.list());
    ArrayNode totes = json.putArray("totes");
    seen.totes().forEach(totes::add);
    json.put("picked", seen.picked());
    ShipTo to = seen.order().shipTo();
    json.putObject("shipTo")
        .put("name", to.name())
        .put("address", to.address())
        .put("postcode", to.postcode())
        .put("country", to.country())
        .put("residential", to.residential());
    ArrayNode lines = json.putArray("lines");
    for (int part = 0; part < one.parts().size(); part++) {
      line(client, one, part, lines.addObject());
    }
    ArrayNode cartons = json.putArray("cartons");
    by.cartons().forEach(carton -> carton(client, seen.order(), carton, cartons.addObject()));
    return json;
  }

  private void line(ClientId client, Shipment one, int index, ObjectNode json) {
    Part part = one.parts().get(index);
    SkuCard card = cards.of(client, part.taken().position().skuId());
    json.put("line", part.line()).put("sku", card.code()).put("name", card.name());
    json.put("unit", card.unit());
    json.put("quantity", card.scale().toDecimal(part.taken().quantity()));
    ArrayNode lots = json.putArray("lots");
    for (LotShare lot : one.floor().lots()) {
      if (lot.part() == index) {
        lots.addObject()
            .put("lot", lot.lot())
            .put("expires", lot.expires() == null ? null : lot.expires().toString())
            .put("quantity", card.scale().toDecimal(lot.quantity()));
      }
    }
  }

  private void carton(ClientId client, Order order, PackedCarton carton, ObjectNode json) {
    json.put("type", carton.type().code());
    size(carton.type().outer(), json.putObject("outer"));
    size(carton.type().inner(), json.putObject("inner"));
    json.put("emptyG", carton.type().emptyWeightG()).put("grossG", carton.grossG());
    ArrayNode items = json.putArray("items");
    for (Placement unit : carton.placements()) {
      ObjectNode item = items.addObject();
      item.put("sku", cards.of(client, order.lines().get(unit.line()).skuId()).code());
      item.put("xMm", unit.x()).put("yMm", unit.y()).put("zMm", unit.z());
      item.put("lengthMm", unit.dx()).put("widthMm", unit.dy()).put("heightMm", unit.dz());
    }
  }

  private static void size(Size size, ObjectNode json) {
    json.put("lengthMm", size.lengthMm()).put("widthMm", size.widthMm());
    json.put("heightMm", size.heightMm());
  }
}
