package dev.holdfast.application.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.operations.HotList.Hot;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.storage.contract.access.ReferenceAccessStore;
import dev.holdfast.storage.contract.catalogue.ReferenceCatalogueStore;
import dev.holdfast.storage.contract.catalogue.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HotListTest {
  private final ReferenceCatalogueStore catalogue = new ReferenceCatalogueStore();
  private final ReferenceAccessStore access = new ReferenceAccessStore(() -> Instant.EPOCH);
  private final HotPositions positions = new HotPositions(() -> 0);
  private final HotList list =
      new HotList(positions, new CatalogueDirectory(catalogue, 10), access);

  private ClientId client(String code) {
    return access.createClient(code, code).orElseThrow().id();
  }

  private PositionKey position(ClientId client, String sku, String location) {
    catalogue.create(client, Samples.sku(sku).make());
    catalogue.create(client, Samples.location(location).make());
    return PositionKey.of(
        catalogue.skusByCode(client, List.of(sku)).getFirst().id(),
        catalogue.locationRefs(client).getLast().id());
  }

  private void receive(ClientId client, PositionKey position, int times) {
    StockCommand command =
        new StockCommand.MoveStock(Movement.RECEIVE, List.of(new Line(position, 1)));
    for (int i = 0; i < times; i++) {
      positions.batch(Batches.of(client, command));
    }
  }

  @Test
  void positionsAreNamedAsTheirClientsNameThem() {
    ClientId harbor = client("harbor");
    ClientId pier = client("pier");
    receive(harbor, position(harbor, "MUG", "SEA"), 3);
    receive(pier, position(pier, "LAMP", "PDX"), 5);

    list.refresh();

    assertThat(list.rows())
        .containsExactly(new Hot("LAMP", "PDX", "pier", 5), new Hot("MUG", "SEA", "harbor", 3));
  }

  @Test
  void whileTheStoreIsAwayWhatIsKnownIsTold() {
    ClientId harbor = client("harbor");
    receive(harbor, position(harbor, "MUG", "SEA"), 3);
    list.refresh();
    PositionKey unknown = position(harbor, "LAMP", "SEA-2");
    receive(harbor, unknown, 4);
    catalogue.cutOff(true);
    access.cutOff(true);

    list.refresh();
    assertThat(list.rows()).containsExactly(new Hot("MUG", "SEA", "harbor", 3));

    catalogue.cutOff(false);
    list.refresh();
    assertThat(list.rows()).hasSize(2);
  }
}
