package dev.holdfast.application.order;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import dev.holdfast.domain.fulfilment.carton.Placement;
import dev.holdfast.domain.fulfilment.carton.Size;
import dev.holdfast.domain.fulfilment.sourcing.Alternative;
import dev.holdfast.domain.order.Carriage;
import dev.holdfast.domain.order.Carriage.OtherService;
import dev.holdfast.domain.order.Delivery;
import dev.holdfast.domain.order.FloorMarks;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.order.Part;
import dev.holdfast.domain.order.ShipTo;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.order.Step;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes one order as its document. What is often there and always has the same parts is a list.
 */
final class OrderWriter {
  private final JsonGenerator json;

  OrderWriter(JsonGenerator json) {
    this.json = json;
  }

  void write(Order order) throws IOException {
    json.writeStartObject();
    json.writeNumberField("format", OrderDocument.FORMAT);
    json.writeStringField("id", order.id().toString());
    json.writeStringField("number", order.number());
    json.writeStringField("state", order.state().label());
    json.writeNumberField("version", order.version());
    delivery(order.delivery());
    text("reservation", order.reservation());
    json.writeStringField("currency", order.notes().currency());
    json.writeNumberField("splitMinor", order.notes().splitMinor());
    json.writeBooleanField("proven", order.notes().proven());
    alternatives(order.notes().alternatives());
    json.writeArrayFieldStart("lines");
    for (OrderLine line : order.lines()) {
      numbers(line.skuId(), line.quantity(), line.ordered(), line.amountMinor());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("shipments");
    for (Shipment shipment : order.shipments()) {
      shipment(shipment);
    }
    json.writeEndArray();
    steps(order.steps());
    json.writeArrayFieldStart("requests");
    for (long request : order.requests()) {
      json.writeNumber(request);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void delivery(Delivery delivery) throws IOException {
    ShipTo to = delivery.to();
    json.writeObjectFieldStart("shipTo");
    text("name", to.name());
    text("address", to.address());
    json.writeStringField("postcode", to.postcode());
    json.writeStringField("country", to.country());
    json.writeBooleanField("residential", to.residential());
    json.writeEndObject();
    text("promised", delivery.promised());
    json.writeObjectFieldStart("preferences");
    texts("preferred", delivery.preferences().preferred());
    texts("excluded", delivery.preferences().excluded());
    json.writeNumberField("maxShipments", delivery.preferences().maxShipments());
    json.writeEndObject();
  }

  private void alternatives(List<Alternative> alternatives) throws IOException {
    json.writeArrayFieldStart("alternatives");
    for (Alternative one : alternatives) {
      json.writeStartObject();
      texts("locations", one.locations());
      json.writeStringField("kind", one.kind().name().toLowerCase(Locale.ROOT));
      json.writeStringField("reason", one.reason());
      json.writeNumberField("extraMinor", one.extraMinor());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void shipment(Shipment shipment) throws IOException {
    json.writeStartObject();
    json.writeStringField("reservation", shipment.id().toString());
    json.writeStringField("state", shipment.state().label());
    json.writeArrayFieldStart("parts");
    for (Part part : shipment.parts()) {
      numbers(part.taken().position().packed(), part.taken().quantity());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("lines");
    for (Part part : shipment.parts()) {
      numbers(part.line(), part.returned());
    }
    json.writeEndArray();
    carriage(shipment.carriage());
    floor(shipment.floor());
    json.writeEndObject();
  }

  private void carriage(Carriage carriage) throws IOException {
    json.writeStringField("carrier", carriage.carrier());
    json.writeStringField("service", carriage.service());
    text("pickUp", carriage.pickUp());
    text("shipBy", carriage.shipBy());
    text("arrival", carriage.arrival());
    Carriage.Cost cost = carriage.cost();
    json.writeNumberField("postageMinor", cost.postageMinor());
    json.writeNumberField("cartonsMinor", cost.cartonsMinor());
    json.writeNumberField("adjustmentMinor", cost.adjustmentMinor());
    json.writeNumberField("opportunityMinor", cost.opportunityMinor());
    json.writeArrayFieldStart("cartons");
    for (PackedCarton carton : carriage.cartons()) {
      carton(carton);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("others");
    for (OtherService other : carriage.others()) {
      json.writeStartObject();
      json.writeStringField("carrier", other.carrier());
      json.writeStringField("service", other.service());
      if (other.postageMinor() != null) {
        json.writeNumberField("postageMinor", other.postageMinor());
      }
      text("arrival", other.arrival());
      json.writeStringField("reason", other.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void carton(PackedCarton carton) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", carton.type().code());
    size("outer", carton.type().outer());
    size("inner", carton.type().inner());
    json.writeNumberField("emptyG", carton.type().emptyWeightG());
    json.writeNumberField("maxGrossG", carton.type().maxGrossG());
    json.writeNumberField("costMinor", carton.type().costMinor());
    json.writeNumberField("grossG", carton.grossG());
    json.writeNumberField("priceMinor", carton.priceMinor());
    json.writeArrayFieldStart("items");
    for (Placement item : carton.placements()) {
      numbers(item.line(), item.x(), item.y(), item.z(), item.dx(), item.dy(), item.dz());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void floor(FloorMarks floor) throws IOException {
    text("wave", floor.wave());
    text("pickList", floor.pickList());
    texts("tracking", floor.tracking());
    json.writeArrayFieldStart("lots");
    for (FloorMarks.LotShare lot : floor.lots()) {
      json.writeStartObject();
      json.writeNumberField("part", lot.part());
      json.writeStringField("lot", lot.lot());
      text("expires", lot.expires());
      json.writeNumberField("quantity", lot.quantity());
      json.writeEndObject();
    }
    json.writeEndArray();
    text("releasedAt", floor.releasedAt());
    text("shippedAt", floor.shippedAt());
  }

  private void steps(List<Step> steps) throws IOException {
    json.writeArrayFieldStart("steps");
    for (Step step : steps) {
      json.writeStartObject();
      json.writeStringField("state", step.state().label());
      text("at", step.at());
      text("reason", step.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void size(String name, Size size) throws IOException {
    json.writeFieldName(name);
    numbers(size.lengthMm(), size.widthMm(), size.heightMm());
  }

  private void numbers(long... numbers) throws IOException {
    json.writeArray(numbers, 0, numbers.length);
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** Left out where there is none. */
  private void text(String name, @Nullable Object value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }
}
