package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.DyingFloor;
import dev.holdfast.server.runtime.RunningServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that dies between any two steps of starting a wave leaves nothing half done. */
@ExtendWith(RunningServer.Shared.class)
class FloorCrashTest {
  /** More writes than starting a wave of two orders has, before and after each. */
  private static final int MOST_STEPS = 20;

  @Test
  void aWaveIsStartedWhollyOrNotAtAll(RunningServer server) throws Exception {
    Shipper shipper = new Shipper(server);
    String sku = shipper.sku(100, 0);
    shipper.ready(shipper.setup().layout(shipper.west, sku), true);
    try (DyingFloor other = new DyingFloor(server, DyingFloor.NEVER)) {
      // Two writes of the floor and one of each order, before and after each.
      assertThat(stepsUntilItSurvives(server, shipper, sku, other)).isEqualTo(2 * (2 + 2) + 1);
    }
  }

  private static int stepsUntilItSurvives(
      RunningServer server, Shipper shipper, String sku, DyingFloor other) throws Exception {
    boolean survived = false;
    int step = 0;
    while (!survived && step < MOST_STEPS) {
      step++;
      List<JsonNode> orders = List.of(shipper.placed(sku, "1"), shipper.placed(sku, "2"));
      int waves = waves(shipper).size();

      try (DyingFloor dying = new DyingFloor(server, step)) {
        survived = dying.start(shipper.company().code(), shipper.west);
      }
      other.complete();
      if (waves(shipper).size() == waves) {
        // It died before anything was kept: nothing happened.
        assertThat(step).isEqualTo(1);
        assertThat(shipper.order(orders.getFirst()).get("state").asText()).isEqualTo("placed");
        assertThat(other.start(shipper.company().code(), shipper.west)).isTrue();
      }

      assertThat(waves(shipper)).hasSize(waves + 1);
      JsonNode wave = waves(shipper).get(0);
      assertThat(wave.get("state").asText()).as("died at step %d", step).isEqualTo("picking");
      assertThat(wave.get("orders").asInt()).isEqualTo(2);
      assertThat(wave.get("pickLists")).hasSize(1);
      for (JsonNode order : orders) {
        JsonNode now = shipper.order(order);
        assertThat(now.get("state").asText()).isEqualTo("picking");
        assertThat(now.at("/shipments/0/wave")).isEqualTo(wave.get("id"));
        assertThat(now.get("version").asInt()).isEqualTo(2);
      }
    }
    assertThat(survived).isTrue();
    return step;
  }

  private static JsonNode waves(Shipper shipper) {
    return shipper.api().get("/v1/waves?location=" + shipper.west).json().get("items");
  }
}
