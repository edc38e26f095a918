package dev.holdfast.storage.contract;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.OrderStore;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.ShortfallReader;
import dev.holdfast.storage.api.ShortfallReader.ShortfallRow;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.api.StockReader.PositionFilter;
import dev.holdfast.storage.api.StockReader.PositionRow;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The reference model as an engine: the contract must hold for it before it may judge others. */
final class ReferenceFixture implements StoreFixture {
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Actor, String> actors = new ConcurrentHashMap<>();
  private final ReferenceLedger ledger =
      new ReferenceLedger(
          this::now, (client, actor) -> actors.getOrDefault(new Actor(client, actor), "system"));

  private final Map<Long, NamedSku> skus = new ConcurrentHashMap<>();
  private final Map<Integer, String> locations = new ConcurrentHashMap<>();

  private record NamedSku(String code, String name, Scale scale) {}

  private record Actor(ClientId client, int number) {}

  @Override
  public ClientId newClient() {
    return new ClientId(numbers.incrementAndGet());
  }

  @Override
  public long newSku(ClientId client) {
    return numbers.incrementAndGet();
  }

  @Override
  public int newLocation(ClientId client) {
    int number = numbers.incrementAndGet();
    return PositionKey.of(1, number).locationId();
  }

  @Override
  public long newSku(ClientId client, String code, String name, Scale scale) {
    long number = newSku(client);
    skus.put(number, new NamedSku(code, name, scale));
    return number;
  }

  @Override
  public int newLocation(ClientId client, String code) {
    int number = newLocation(client);
    locations.put(number, code);
    return number;
  }

  @Override
  public int newActor(ClientId client, String name) {
    int number = numbers.incrementAndGet();
    actors.put(new Actor(client, number), name);
    return number;
  }

  @Override
  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public StockLedger node(int number) {
    return ledger;
  }

  @Override
  public StockReader reader() {
    return ledger;
  }

  @Override
  public OrderStore orders() {
    return ledger;
  }

  @Override
  public ShortfallReader shortfalls() {
    PositionFilter shortOnes = new PositionFilter(null, null, true);
    return (client, after, limit) -> {
      Page<PositionRow> page = ledger.positions(client, shortOnes, after, limit);
      return new Page<>(page.items().stream().map(this::named).toList(), page.next());
    };
  }

  private ShortfallRow named(PositionRow row) {
    NamedSku sku = skus.get(row.position().skuId());
    String location = locations.get(row.position().locationId());
    return new ShortfallRow(row, sku.code(), sku.name(), sku.scale(), location);
  }

  @Override
  public StockLedger losingTheStore(Loss loss) {
    AtomicInteger batches = new AtomicInteger();
    return changed(batch -> {
      if (batches.getAndIncrement() > 0) {
        return ledger.apply(batch);
      }
      if (loss == Loss.ANSWER_TO_THE_COMMIT) {
        ledger.apply(batch);
      }
      CommandResult lost =
          loss == Loss.BEFORE_THE_COMMIT
              ? new CommandResult.NoEffect("lost before the commit")
              : new CommandResult.Unknown("lost at the commit");
      return Collections.nCopies(batch.size(), lost);
    });
  }

  @Override
  public StockLedger cutOffLedger() {
    return new StockLedger() {
      @Override
      public List<CommandResult> apply(List<ClientCommand> batch) {
        return Collections.nCopies(batch.size(), new CommandResult.NoEffect("cut off"));
      }

      @Override
      public List<DueReservation> due(int limit) {
        throw cutOff();
      }

      @Override
      public int forgetOutcomes(Duration age, int limit) {
        throw cutOff();
      }

      @Override
      public boolean isReachable() {
        return false;
      }
    };
  }

  @Override
  public StockReader cutOffReader() {
    return (StockReader)
        Proxy.newProxyInstance(
            StockReader.class.getClassLoader(),
            new Class<?>[] {StockReader.class},
            (proxy, method, arguments) -> {
              throw cutOff();
            });
  }

  private static StoreUnavailableException cutOff() {
    return new StoreUnavailableException("cut off", new IOException("cut off"));
  }

  /** This ledger with another way to apply a batch. */
  StockLedger changed(Apply apply) {
    return new StockLedger() {
      @Override
      public List<CommandResult> apply(List<ClientCommand> batch) {
        return apply.apply(batch);
      }

      @Override
      public List<DueReservation> due(int limit) {
        return ledger.due(limit);
      }

      @Override
      public int forgetOutcomes(Duration age, int limit) {
        return ledger.forgetOutcomes(age, limit);
      }

      @Override
      public boolean isReachable() {
        return ledger.isReachable();
      }
    };
  }

  /** This ledger, but every command is replaced by another one before it is applied. */
  StockLedger misreading(UnaryOperator<ClientCommand> misread) {
    return changed(batch -> ledger.apply(batch.stream().map(misread).toList()));
  }

  /** Applies a batch in some way. */
  interface Apply {
    List<CommandResult> apply(List<ClientCommand> batch);
  }
}
