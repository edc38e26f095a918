package dev.holdfast.server.http.floor;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.floor.FloorWork;
import dev.holdfast.server.http.Routes;

/** Everything on the warehouse floor over HTTP. */
public final class FloorRoutes {
  private final WaveRoutes waves;
  private final PickListRoutes pickLists;
  private final ShipmentRoutes shipments;

  public FloorRoutes(FloorWork work, CatalogueDirectory directory) {
    FloorDesk desk = new FloorDesk(directory);
    this.waves = new WaveRoutes(work, desk);
    this.pickLists = new PickListRoutes(work, desk);
    this.shipments = new ShipmentRoutes(work, desk);
  }

  public void addTo(Routes routes) {
    waves.addTo(routes);
    pickLists.addTo(routes);
    shipments.addTo(routes);
  }
}
