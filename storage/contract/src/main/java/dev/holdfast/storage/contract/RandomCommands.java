package dev.holdfast.storage.contract;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.domain.stock.StockCommand.Arrival;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.OrderRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Random commands of a few clients on few positions, so that they meet often: claims, ends, losses,
 * transfers, other clients' numbers, keys used again. The same seed makes the same commands.
 */
final class RandomCommands {
  private static final AtomicLong KEYS = new AtomicLong();

  private final Random random;
  private final List<Party> parties;
  private final Memory memory;
  private final RandomOrders orders;

  /** One client with its positions: every SKU at every location. */
  record Party(ClientId client, int actor, List<Long> skus, List<Integer> locations) {
    static Party on(StoreFixture store) {
      ClientId client = store.newClient();
      return new Party(
          client,
          store.newActor(client, "clerk"),
          List.of(store.newSku(client), store.newSku(client)),
          List.of(store.newLocation(client), store.newLocation(client)));
    }
  }

  /** What was asked for so far, by whomever: several generators may share it. */
  static final class Memory {
    final List<ClientCommand> commands = Collections.synchronizedList(new ArrayList<>());
    final List<UUID> reservations = Collections.synchronizedList(new ArrayList<>());
    final List<OrderRow> orders = Collections.synchronizedList(new ArrayList<>());
    final List<UUID> transfers = Collections.synchronizedList(new ArrayList<>());
  }

  RandomCommands(long seed, List<Party> parties, Memory memory) {
    this.random = new Random(seed);
    this.parties = parties;
    this.memory = memory;
    this.orders = new RandomOrders(random);
  }

  List<ClientCommand> batch() {
    int size = random.nextInt(10) == 0 ? 1 + random.nextInt(60) : 1 + random.nextInt(8);
    List<ClientCommand> batch = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      batch.add(next());
    }
    return batch;
  }

  private ClientCommand next() {
    int chance = random.nextInt(100);
    if (chance < 8 && !memory.commands.isEmpty()) {
      return pick(memory.commands);
    }
    Party party = pick(parties);
    OrderRow order = random.nextInt(100) < 18 ? orders.next(party, memory) : null;
    StockCommand command = order == null ? command(party) : orders.change();
    String key = "random-" + KEYS.incrementAndGet();
    if (chance < 11 && !memory.commands.isEmpty()) {
      key = pick(memory.commands).key();
    }
    String note = random.nextInt(4) == 0 ? "note " + chance : null;
    UUID fingerprint = Scene.fingerprint(command);
    ClientCommand made =
        new ClientCommand(party.client(), key, fingerprint, party.actor(), note, command, order);
    memory.commands.add(made);
    return made;
  }

  private StockCommand command(Party party) {
    int kind = random.nextInt(100);
    if (kind < 32) {
      UUID id = Ids.next();
      memory.reservations.add(id);
      return new StockCommand.ReserveStock(id, lines(party, 8), timeToLive());
    }
    if (kind < 54) {
      Settlement settlement = pick(List.of(Settlement.values()));
      return new StockCommand.SettleReservation(known(memory.reservations), settlement);
    }
    if (kind < 59) {
      return new StockCommand.ExtendReservation(known(memory.reservations), timeToLive());
    }
    if (kind < 66) {
      UUID id = Ids.next();
      memory.transfers.add(id);
      int from = random.nextInt(2);
      List<Line> lines = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(2); i++) {
        PositionKey position = PositionKey.of(pick(party.skus()), party.locations().get(from));
        lines.add(new Line(position, 1 + random.nextInt(5)));
      }
      return new StockCommand.SendTransfer(id, party.locations().get(1 - from), lines);
    }
    if (kind < 73) {
      Arrival arrival = pick(List.of(Arrival.values()));
      return new StockCommand.SettleTransfer(known(memory.transfers), arrival);
    }
    return move(party);
  }

  private StockCommand move(Party party) {
    Movement movement = pick(List.of(Movement.values()));
    List<Line> lines =
        switch (movement) {
          case RECEIVE, RETURN -> lines(party, 12);
          case SELL, WRITE_OFF -> lines(party, 5);
          case COUNT -> lessOne(lines(party, 21));
          case SET_SAFETY_STOCK -> lessOne(lines(party, 5));
          case ADJUST -> random.nextBoolean() ? lines(party, 6) : negative(lines(party, 6));
        };
    return new StockCommand.MoveStock(movement, lines);
  }

  /** One to three lines of 1 to so many units, often on one position twice. */
  private List<Line> lines(Party party, int most) {
    List<Line> lines = new ArrayList<>();
    int count = 1 + Math.max(0, random.nextInt(5) - 2);
    for (int i = 0; i < count; i++) {
      PositionKey position = PositionKey.of(pick(party.skus()), pick(party.locations()));
      lines.add(new Line(position, 1 + random.nextInt(most)));
    }
    return lines;
  }

  private static List<Line> negative(List<Line> lines) {
    return lines.stream().map(line -> new Line(line.position(), -line.quantity())).toList();
  }

  private static List<Line> lessOne(List<Line> lines) {
    return lines.stream().map(line -> new Line(line.position(), line.quantity() - 1)).toList();
  }

  /** Some are over before the next batch, some soon, most never. */
  private Duration timeToLive() {
    int chance = random.nextInt(10);
    return chance < 2 ? Duration.ofMillis(1) : Duration.ofMillis(chance < 4 ? 20 : 900_000);
  }

  private UUID known(List<UUID> ids) {
    if (ids.isEmpty() || random.nextInt(20) == 0) {
      return Ids.next();
    }
    // Mostly one of the latest, which may still be open.
    int size = ids.size();
    int back = random.nextInt(5) == 0 ? random.nextInt(size) : random.nextInt(Math.min(size, 12));
    return ids.get(size - 1 - back);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
