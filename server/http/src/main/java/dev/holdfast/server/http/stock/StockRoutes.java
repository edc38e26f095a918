package dev.holdfast.server.http.stock;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.server.http.Blocking;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.StockReader;

/** Everything about stock over HTTP. */
public final class StockRoutes {
  private final MovementRoutes movements;
  private final ReservationRoutes reservations;
  private final TransferRoutes transfers;
  private final StockReads reads;

  public StockRoutes(
      CommandLanes lanes, CatalogueDirectory directory, StockReader reader, Blocking blocking) {
    CommandDesk desk = new CommandDesk(lanes, directory, blocking);
    this.movements = new MovementRoutes(desk);
    this.reservations = new ReservationRoutes(desk);
    this.transfers = new TransferRoutes(desk, directory, blocking);
    this.reads = new StockReads(reader, directory);
  }

  public void addTo(Routes routes) {
    movements.addTo(routes);
    reservations.addTo(routes);
    transfers.addTo(routes);
    reads.addTo(routes);
  }
}
