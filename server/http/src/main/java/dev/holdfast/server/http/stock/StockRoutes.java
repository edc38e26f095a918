package dev.holdfast.server.http.stock;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.server.http.Blocking;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.Visitors;
import dev.holdfast.storage.api.LotStore;
import dev.holdfast.storage.api.StockReader;

/** Everything about stock over HTTP. */
public final class StockRoutes {
  private final MovementRoutes movements;
  private final ReservationRoutes reservations;
  private final TransferRoutes transfers;
  private final PositionReads positionReads;
  private final ReservationReads reservationReads;
  private final TransferReads transferReads;
  private final LotRoutes lots;

  public StockRoutes(
      CommandLanes lanes,
      CatalogueDirectory directory,
      StockReader reader,
      LotStore lots,
      Blocking blocking,
      Visitors visitors) {
    CommandDesk desk = new CommandDesk(lanes, directory, blocking);
    this.movements = new MovementRoutes(desk);
    this.reservations = new ReservationRoutes(desk, new VisitorHolds(visitors));
    this.transfers = new TransferRoutes(desk, directory, blocking);
    NamedReads names = new NamedReads(directory);
    this.positionReads = new PositionReads(reader, names);
    this.reservationReads = new ReservationReads(reader, names);
    this.transferReads = new TransferReads(reader, names);
    this.lots = new LotRoutes(lots, names, desk);
  }

  public void addTo(Routes routes) {
    movements.addTo(routes);
    reservations.addTo(routes);
    transfers.addTo(routes);
    positionReads.addTo(routes);
    reservationReads.addTo(routes);
    transferReads.addTo(routes);
    lots.addTo(routes);
  }
}
