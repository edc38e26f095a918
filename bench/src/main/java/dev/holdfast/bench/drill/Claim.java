package dev.holdfast.bench.drill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.bench.drill.Attempt.Amount;
import dev.holdfast.bench.drill.Attempt.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * What one reservation holds, as a shopper was told. A shipment of an order has the id of its
 * reservation.
 */
record Claim(String reservation, List<Amount> amounts) {

  /** The state of the reservation of a shipment in a state. */
  static String stateOf(String shipment) {
    return switch (shipment) {
      case "placed", "released", "picking", "packed" -> "active";
      case "cancelled" -> "released";
      default -> "confirmed";
    };
  }

  /** The claims of an order, from the answer that it was placed. */
  static List<Claim> ofOrder(JsonNode order) {
    List<Claim> claims = new ArrayList<>();
    for (JsonNode shipment : order.path("shipments")) {
      String location = shipment.path("location").asText();
      List<Amount> amounts = new ArrayList<>();
      for (JsonNode line : shipment.path("lines")) {
        Position position = new Position(line.path("sku").asText(), location);
        amounts.add(new Amount(position, line.path("quantity").asLong()));
      }
      claims.add(new Claim(shipment.path("id").asText(), amounts));
    }
    return claims;
  }
}
