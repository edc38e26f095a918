package dev.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every order of the demo company can be packed, and every SKU can be found on the floor. */
final class DemoFulfilmentTest {
  private static final List<DemoClient> CLIENTS = DemoCompany.create().clients();

  private static boolean fits(DemoSku sku, boolean upright, DemoCarton carton) {
    DemoSize size = sku.size();
    int[] box = {carton.innerLengthMm(), carton.innerWidthMm(), carton.innerHeightMm()};
    int[] goods = {size.lengthMm(), size.widthMm(), size.heightMm()};
    Arrays.sort(box, 0, upright ? 2 : 3);
    Arrays.sort(goods, 0, upright ? 2 : 3);
    return goods[0] <= box[0]
        && goods[1] <= box[1]
        && goods[2] <= box[2]
        && size.weightG() + carton.emptyG() <= carton.maxGrossG();
  }

  @Test
  void everySkuFitsACarton() {
    for (DemoClient client : CLIENTS) {
      DemoFulfilment fulfilment = DemoFulfilment.of(client);
      assertThat(client.skus())
          .filteredOn(sku -> {
            boolean upright =
                Objects.requireNonNull(fulfilment.wishes().get(sku.code())).keepUpright();
            return fulfilment.cartons().stream().noneMatch(carton -> fits(sku, upright, carton));
          })
          .isEmpty();
    }
  }

  @Test
  void noSkuBreaksARuleByItself() {
    for (DemoClient client : CLIENTS) {
      DemoFulfilment fulfilment = DemoFulfilment.of(client);
      for (DemoFulfilment.Apart rule : fulfilment.rules()) {
        assertThat(fulfilment.wishes())
            .as("%s", rule)
            .noneSatisfy((sku, wishes) ->
                assertThat(wishes.classes()).contains(rule.first(), rule.second()));
      }
    }
  }

  @Test
  void someGoodsAreOfEveryClass() {
    Set<String> classes = new HashSet<>();
    DemoFulfilment.of(CLIENTS.getFirst())
        .wishes()
        .values()
        .forEach(w -> classes.addAll(w.classes()));
    assertThat(classes)
        .containsExactlyInAnyOrder(
            "food", "frozen", "chilled", "dry", "chemical", "flammable", "glass", "heavy");
  }

  @Test
  void everySkuHasASlotOfItsOwnOnEveryDrawnFloor() {
    for (DemoClient client : CLIENTS) {
      List<DemoFloor> floors =
          DemoFulfilment.of(client).facilities().stream()
              .map(DemoFacility::floor)
              .filter(Objects::nonNull)
              .toList();
      assertThat(floors).hasSize(3);
      for (DemoFloor floor : floors) {
        assertThat(floor.places()).extracting(DemoFloor.Place::sku).hasSameSizeAs(client.skus());
        assertThat(floor.places())
            .extracting(p -> List.of(p.aisle(), p.block(), p.position(), p.right()))
            .doesNotHaveDuplicates()
            .allMatch(at -> (int) at.get(0) < floor.aisles());
      }
    }
  }

  @Test
  void postcodesAreFiveDigits() {
    assertThat(CLIENTS.getFirst().locations())
        .extracting(DemoLocation::postcode)
        .allMatch(zip -> zip.matches("\\d{5}"))
        .contains("98134", "02125");
  }
}
