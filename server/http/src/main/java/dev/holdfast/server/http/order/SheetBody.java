package dev.holdfast.server.http.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.order.SheetOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An order of a sheet as the body of {@code POST /v1/orders}: one set of rules reads both. */
final class SheetBody {
  private SheetBody() {}

  static byte[] of(SheetOrder order) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("number", order.number());
    ArrayNode lines = body.putArray("lines");
    for (SheetOrder.Row row : order.rows()) {
      ObjectNode line = lines.addObject();
      line.put("sku", row.sku()).put("quantity", row.quantity());
      if (row.amountMinor() != null) {
        line.put("amountMinor", row.amountMinor());
      }
    }
    ObjectNode to = body.putObject("shipTo");
    for (String column : List.of("name", "address", "postcode", "country")) {
      String said = order.said(column);
      if (said != null) {
        to.put(column, said);
      }
    }
    String residential = order.said("residential");
    if (residential != null) {
      to.put("residential", residential.equals("true"));
    }
    String promised = order.said("promised");
    if (promised != null) {
      body.put("promised", promised);
    }
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
