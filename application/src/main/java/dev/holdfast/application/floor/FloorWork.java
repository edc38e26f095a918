package dev.holdfast.application.floor;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.floor.label.PrintLabels;
import dev.holdfast.application.fulfilment.setup.FulfilmentSetup;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.lots.LotBook;
import dev.holdfast.application.order.ChangeOrders;
import dev.holdfast.application.order.Submission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.FloorStore;
import dev.holdfast.storage.api.OrderStore;
import dev.holdfast.storage.api.StockReader;
import java.time.Clock;
import java.util.function.Function;

/** The use cases of the floor, wired with each other. For any number of threads. */
public final class FloorWork {
  private final FloorBook book;
  private final ProposeWaves proposals;
  private final StartWave start;
  private final CancelWave cancel;
  private final PickFloor picking;
  private final Shipments shipments;
  private final PackShipment packing;
  private final HandOver handOver;
  private final TrackParcel tracking;
  private final CompleteFloor completion;
  private final SkuCards cards;
  private final PrintLabels labels;

  /** What the floor reads and writes. */
  public record Stores(
      FloorStore floor, OrderStore orders, StockReader stock, CatalogueStore catalogue) {}

  /** What of the application the floor works with. */
  public record Parts(
      CatalogueDirectory directory,
      CommandLanes lanes,
      LotBook lots,
      Function<ClientId, FulfilmentSetup> setup,
      Elsewhere elsewhere,
      Clock clock) {}

  public FloorWork(Stores stores, Parts parts) {
    ChangeOrders orders = new ChangeOrders(stores.orders(), parts.lanes());
    this.cards = new SkuCards(stores.catalogue(), parts.directory());
    this.book = new FloorBook(stores.floor());
    LocationCodes places = (client, id) -> code(parts.directory(), client, id);
    OpenShipments open = new OpenShipments(stores.orders(), cards);
    LotChoice lots = new LotChoice(parts.lots(), open, cards, parts.setup());
    CompleteWave waves =
        new CompleteWave(book, orders, lots, cards, parts.setup(), places, parts.clock());
    SettleShortages shortages =
        new SettleShortages(
            book,
            orders,
            new Submission(parts.lanes()),
            parts.elsewhere(),
            new ShortSentences(cards, places),
            parts.clock());
    this.proposals = new ProposeWaves(open, parts.setup(), parts.clock());
    this.start = new StartWave(book, proposals, open, cards, waves);
    this.cancel = new CancelWave(book, waves);
    this.picking = new PickFloor(book, shortages, stores.stock());
    this.shipments = new Shipments(stores.orders(), stores.stock(), book);
    this.packing =
        new PackShipment(shipments, orders, stores.floor(), parts.setup(), parts.clock());
    this.handOver = new HandOver(shipments, orders, parts.clock());
    this.tracking = new TrackParcel(stores.floor(), shipments);
    this.labels = new PrintLabels(shipments, stores.catalogue(), places);
    this.completion = new CompleteFloor(stores.floor(), book, waves, shortages);
  }

  private static String code(CatalogueDirectory directory, ClientId client, int id) {
    if (directory.locationById(client, id) == null) {
      directory.loadLocations(client);
    }
    LocationRef location = directory.locationById(client, id);
    if (location == null) {
      throw new IllegalStateException("an order from location " + id + ", which there is not");
    }
    return location.code();
  }

  public FloorBook book() {
    return book;
  }

  public ProposeWaves proposals() {
    return proposals;
  }

  public StartWave start() {
    return start;
  }

  public CancelWave cancel() {
    return cancel;
  }

  public PickFloor picking() {
    return picking;
  }

  public Shipments shipments() {
    return shipments;
  }

  public PackShipment packing() {
    return packing;
  }

  public HandOver handOver() {
    return handOver;
  }

  public TrackParcel tracking() {
    return tracking;
  }

  public CompleteFloor completion() {
    return completion;
  }

  public PrintLabels labels() {
    return labels;
  }

  public SkuCards cards() {
    return cards;
  }
}
