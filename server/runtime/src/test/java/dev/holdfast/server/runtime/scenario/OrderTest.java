package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders: what is promised to a door, and the stock that is held for it. */
@ExtendWith(RunningServer.Shared.class)
class OrderTest {
  private Shipper shipper;

  @BeforeEach
  void shipper(RunningServer server) throws Exception {
    shipper = new Shipper(server).ready();
  }

  @Test
  void anOrderHoldsExactlyWhatWasPlanned() {
    String sku = shipper.sku(5, 5);

    JsonNode order = shipper.placed(sku, "2");

    assertThat(order.get("state").asText()).isEqualTo("placed");
    assertThat(order.get("number").asText()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
    assertThat(order.get("shipments")).hasSize(1);
    JsonNode shipment = order.at("/shipments/0");
    assertThat(shipment.get("location").asText()).isEqualTo(shipper.west);
    assertThat(shipment.at("/cartons/0/items")).hasSize(2);
    assertThat(order.at("/cost/totalMinor").asLong())
        .isEqualTo(
            order.at("/cost/postageMinor").asLong() + order.at("/cost/cartonsMinor").asLong());
    assertThat(order.at("/plan/services")).isNotEmpty();
    assertThat(shipper.available(sku, shipper.west)).isEqualTo(3);
    assertThat(shipper.order(order)).isEqualTo(order);
  }
}
