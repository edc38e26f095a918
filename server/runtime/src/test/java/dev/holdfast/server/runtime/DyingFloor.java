package dev.holdfast.server.runtime;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.floor.Caller;
import dev.holdfast.application.floor.Elsewhere;
import dev.holdfast.application.floor.FloorRefusal;
import dev.holdfast.application.floor.FloorWork;
import dev.holdfast.application.floor.StartWave.Wish;
import dev.holdfast.application.fulfilment.setup.SetupBook;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.lanes.LaneListener;
import dev.holdfast.application.lots.LotBook;
import dev.holdfast.application.order.PlanOrder;
import dev.holdfast.application.view.StockView;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.FloorStore;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.api.StoreUnavailableException;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresAccessStore;
import dev.holdfast.storage.postgres.PostgresCatalogueStore;
import dev.holdfast.storage.postgres.PostgresFloorStore;
import dev.holdfast.storage.postgres.PostgresLotStore;
import dev.holdfast.storage.postgres.PostgresOrderStore;
import dev.holdfast.storage.postgres.PostgresSetupStore;
import dev.holdfast.storage.postgres.PostgresStockLedger;
import dev.holdfast.storage.postgres.PostgresStockReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The floor on the database of a running server, in a process that dies before or after one of its
 * writes: from then on nothing reaches the store any more, and no answer comes back.
 */
public final class DyingFloor implements AutoCloseable {
  /** For a process that does not die. */
  public static final int NEVER = Integer.MAX_VALUE;

  private final int diesAt;
  private final Database database;
  private final CommandLanes lanes;
  private final CatalogueDirectory directory;
  private final FloorWork work;
  private int step;

  /**
   * @param diesAt at which step: each write has one before it and one after it, counted from 1
   */
  public DyingFloor(RunningServer server, int diesAt) {
    this.diesAt = diesAt;
    this.database = Database.open(server.target(), 1);
    StockLedger ledger = dying(StockLedger.class, new PostgresStockLedger(database), "apply");
    FloorStore floor = dying(FloorStore.class, new PostgresFloorStore(database), "keep");
    this.lanes = new CommandLanes(1, ledger, LaneListener.all(List.of()));
    PostgresCatalogueStore catalogue = new PostgresCatalogueStore(database);
    this.directory = new CatalogueDirectory(catalogue, 100);
    SetupBook setup = new SetupBook(new PostgresSetupStore(database), catalogue);
    LotBook lots = new LotBook(new PostgresLotStore(database));
    Clock clock = Clock.systemUTC();
    this.work =
        new FloorWork(
            new FloorWork.Stores(
                floor,
                new PostgresOrderStore(database),
                new PostgresStockReader(database),
                catalogue),
            new FloorWork.Parts(
                directory,
                lanes,
                lots,
                setup::of,
                new Elsewhere(new PlanOrder(new StockView(clock), setup::of, lots, clock)),
                clock));
  }

  private <T> T dying(Class<T> port, T real, String write) {
    Object wrapped =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              boolean writes = method.getName().equals(write);
              if (writes && isDead()) {
                return lost(arguments[0]);
              }
              try {
                Object answer = method.invoke(real, arguments);
                return writes && isDead() ? lost(arguments[0]) : answer;
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
    return port.cast(wrapped);
  }

  private synchronized boolean isDead() {
    step++;
    return step >= diesAt;
  }

  private static Object lost(Object first) {
    if (first instanceof List<?> batch) {
      return batch.stream().map(any -> (CommandResult) new CommandResult.Unknown("died")).toList();
    }
    throw new StoreUnavailableException("died", new IllegalStateException("died"));
  }

  /** Starts the most urgent wave of a location; false when the process died meanwhile. */
  public boolean start(String clientCode, String location) {
    ClientId client = client(clientCode);
    directory.loadLocations(client);
    Wish wish = new Wish(directory.location(client, location), null, null, List.of());
    UUID request = UUID.randomUUID();
    try {
      work.start().start(new Caller(client, 1, "Ann", request.toString(), request), wish);
      return true;
    } catch (FloorRefusal | StoreUnavailableException died) {
      return false;
    }
  }

  /** Does what every node does for those that died. */
  public int complete() {
    return work.completion().run(Duration.ZERO);
  }

  private ClientId client(String code) {
    return new PostgresAccessStore(database).client(code).orElseThrow().id();
  }

  @Override
  public void close() {
    lanes.close();
    database.close();
  }
}
