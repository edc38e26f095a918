package dev.holdfast.server.http.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import dev.holdfast.domain.fulfilment.carton.Placement;
import dev.holdfast.domain.fulfilment.carton.Size;
import dev.holdfast.domain.order.Carriage;
import dev.holdfast.domain.order.FloorMarks.LotShare;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.order.Part;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.server.http.order.OrderNames.Named;
import java.util.List;

/** One shipment of an order as JSON: how it is sent, what is in it, how far it has come. */
public final class ShipmentJson {
  private final OrderNames names;

  ShipmentJson(OrderNames names) {
    this.names = names;
  }

  /**
   * Writes a shipment.
   *
   * @param lines of its order
   */
  public void write(ClientId client, Shipment shipment, List<OrderLine> lines, ObjectNode json) {
    Carriage sent = shipment.carriage();
    json.put("id", shipment.id().toString());
    json.put("state", shipment.state().label());
    json.put("location", names.location(client, shipment.locationId()));
    json.put("carrier", sent.carrier());
    json.put("service", sent.service());
    json.put("pickUp", sent.pickUp().toString());
    json.put("shipBy", sent.shipBy().toString());
    json.put("arrival", sent.arrival().toString());
    json.put("totalMinor", sent.cost().totalMinor());
    json.put("postageMinor", sent.cost().postageMinor());
    json.put("cartonsMinor", sent.cost().cartonsMinor());
    json.put("adjustmentMinor", sent.cost().adjustmentMinor());
    json.put("opportunityMinor", sent.cost().opportunityMinor());
    shipment.floor().tracking().forEach(json.putArray("tracking")::add);
    json.put("wave", OrderJson.text(shipment.floor().wave()));
    json.put("pickList", OrderJson.text(shipment.floor().pickList()));
    json.put("releasedAt", OrderJson.text(shipment.floor().releasedAt()));
    json.put("shippedAt", OrderJson.text(shipment.floor().shippedAt()));
    ArrayNode parts = json.putArray("lines");
    for (int i = 0; i < shipment.parts().size(); i++) {
      part(client, shipment, i, parts.addObject());
    }
    ArrayNode cartons = json.putArray("cartons");
    for (PackedCarton carton : sent.cartons()) {
      carton(client, carton, lines, cartons.addObject());
    }
  }

  private void part(ClientId client, Shipment shipment, int index, ObjectNode json) {
    Part part = shipment.parts().get(index);
    Named sku = names.sku(client, part.taken().position().skuId());
    json.put("line", part.line());
    json.put("sku", sku.code());
    json.put("quantity", sku.scale().toDecimal(part.taken().quantity()));
    json.put("returned", sku.scale().toDecimal(part.returned()));
    ArrayNode lots = json.putArray("lots");
    for (LotShare share : shipment.floor().lots()) {
      if (share.part() == index) {
        ObjectNode lot = lots.addObject();
        lot.put("lot", share.lot());
        lot.put("expires", OrderJson.text(share.expires()));
        lot.put("quantity", sku.scale().toDecimal(share.quantity()));
      }
    }
  }

  private void carton(
      ClientId client, PackedCarton carton, List<OrderLine> lines, ObjectNode json) {
    json.put("type", carton.type().code());
    size(carton.type().outer(), json.putObject("outer"));
    size(carton.type().inner(), json.putObject("inner"));
    json.put("emptyG", carton.type().emptyWeightG());
    json.put("grossG", carton.grossG());
    ArrayNode items = json.putArray("items");
    for (Placement at : carton.placements()) {
      ObjectNode item = items.addObject();
      item.put("sku", names.sku(client, lines.get(at.line()).skuId()).code());
      item.put("xMm", at.x());
      item.put("yMm", at.y());
      item.put("zMm", at.z());
      item.put("lengthMm", at.dx());
      item.put("widthMm", at.dy());
      item.put("heightMm", at.dz());
    }
  }

  private static void size(Size size, ObjectNode json) {
    json.put("lengthMm", size.lengthMm());
    json.put("widthMm", size.widthMm());
    json.put("heightMm", size.heightMm());
  }
}
