package dev.holdfast.server.runtime;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.floor.Elsewhere;
import dev.holdfast.application.floor.FloorRounds;
import dev.holdfast.application.floor.FloorWork;
import dev.holdfast.application.fulfilment.setup.SetupBook;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.lots.LotBook;
import dev.holdfast.application.order.PlanOrder;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.floor.FloorRoutes;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresFloorStore;
import dev.holdfast.storage.postgres.PostgresLotStore;
import dev.holdfast.storage.postgres.PostgresOrderStore;
import java.time.Clock;

/** The warehouse floor of a ledger node: its routes, and what completes what was left undone. */
final class FloorSide implements AutoCloseable {
  private final FloorRoutes routes;
  private final FloorRounds rounds;

  /** What commands and catalogue look-ups of the node go through. */
  record Shared(
      CommandLanes lanes,
      CatalogueStore catalogue,
      CatalogueDirectory directory,
      StockReader reader) {}

  FloorSide(Database database, Shared shared, SetupBook setup, PlanOrder planning) {
    FloorWork work =
        new FloorWork(
            new FloorWork.Stores(
                new PostgresFloorStore(database),
                new PostgresOrderStore(database),
                shared.reader(),
                shared.catalogue()),
            new FloorWork.Parts(
                shared.directory(),
                shared.lanes(),
                new LotBook(new PostgresLotStore(database)),
                setup::of,
                new Elsewhere(planning),
                Clock.systemUTC()));
    this.routes = new FloorRoutes(work, shared.directory());
    this.rounds = new FloorRounds(work.completion());
  }

  void addTo(Routes all) {
    routes.addTo(all);
  }

  void start() {
    rounds.start();
  }

  @Override
  public void close() {
    rounds.close();
  }
}
