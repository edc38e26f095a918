package dev.holdfast.storage.contract;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.PickupNumber;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.OrderStore;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.contract.ReferenceRules.Subject;
import dev.holdfast.storage.contract.ReferenceStock.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reference model: a ledger in memory, for comparison only. It knows what an engine must answer
 * and nothing of how to be fast, durable or concurrent: one command at a time, under one lock.
 */
public final class ReferenceLedger implements StockLedger, StockReader, OrderStore {
  private final InstantSource clock;
  private final ActorNames actorNames;
  private final ReferenceRules rules = new ReferenceRules();
  private final Map<PositionKey, ClientId> owners = new HashMap<>();
  private final Map<Key, Answered> outcomes = new HashMap<>();

  /**
   * An empty ledger.
   *
   * @param actorNames what histories call who did it
   */
  public ReferenceLedger(InstantSource clock, ActorNames actorNames) {
    this.clock = clock;
    this.actorNames = actorNames;
  }

  /** What histories call who did it. */
  public interface ActorNames {
    /** The name of the client's key with this number, or "system" when it has none. */
    String name(ClientId client, int actor);
  }

  private record Key(ClientId client, String key) {}

  private record Answered(UUID fingerprint, Outcome outcome) {}

  @Override
  public synchronized List<CommandResult> apply(List<ClientCommand> batch) {
    if (batch.size() > MAX_BATCH) {
      throw new IllegalArgumentException("a batch holds at most " + MAX_BATCH + " commands");
    }
    List<CommandResult> results = new ArrayList<>();
    for (ClientCommand command : batch) {
      results.add(apply(command, clock.instant()));
    }
    return results;
  }

  @Override
  public boolean isReachable() {
    return true;
  }

  /** Applies one command at a time of the caller's choice. */
  public synchronized CommandResult apply(ClientCommand command, Instant at) {
    Key key = new Key(command.client(), command.key());
    Answered earlier = outcomes.get(key);
    if (earlier != null) {
      return earlier.fingerprint().equals(command.fingerprint())
          ? new CommandResult.Settled(earlier.outcome(), true)
          : new CommandResult.KeyReused();
    }
    String obstacle = obstacle(command);
    if (obstacle != null) {
      return new CommandResult.NoEffect(obstacle);
    }
    Outcome outcome = rules.decide(command, at);
    outcomes.put(key, new Answered(command.fingerprint(), outcome));
    for (PositionKey position : rules.stock.positions()) {
      owners.putIfAbsent(position, command.client());
    }
    return new CommandResult.Settled(outcome, false);
  }

  /** Why a command cannot even be decided; null for none. */
  private @Nullable String obstacle(ClientCommand command) {
    for (UUID made : made(command.command())) {
      Subject subject = new Subject(command.client(), made);
      if (rules.reservations.containsKey(subject) || rules.transfers.containsKey(subject)) {
        return "the number is taken";
      }
    }
    for (Line line : lines(command.command())) {
      ClientId owner = owners.get(line.position());
      if (owner != null && !owner.equals(command.client())) {
        return "a position belongs to another client";
      }
    }
    return null;
  }

  /** The reservations and transfers that the command brings into being. */
  private static List<UUID> made(StockCommand command) {
    return switch (command) {
      case StockCommand.ReserveStock reserve -> List.of(reserve.id());
      case StockCommand.SendTransfer send -> List.of(send.id());
      case StockCommand.ChangeOrder change ->
          change.holds().stream().map(StockCommand.Hold::id).toList();
      default -> List.of();
    };
  }

  private static List<Line> lines(StockCommand command) {
    return switch (command) {
      case StockCommand.MoveStock move -> move.lines();
      case StockCommand.ReserveStock reserve -> reserve.lines();
      case StockCommand.SendTransfer send -> send.lines();
      case StockCommand.ChangeOrder change ->
          Stream.concat(
                  change.holds().stream().flatMap(hold -> hold.lines().stream()),
                  change.returns().stream().map(StockCommand.Return::line))
              .toList();
      default -> List.of();
    };
  }

  @Override
  public synchronized List<DueReservation> due(int limit) {
    Instant now = clock.instant();
    return rules.reservations.values().stream()
        .filter(reservation -> reservation.isActive() && !reservation.expiresAt().isAfter(now))
        .sorted(Comparator.comparing(Reservation::expiresAt))
        .limit(limit)
        .map(reservation -> new DueReservation(reservation.client(), reservation.id()))
        .toList();
  }

  @Override
  public synchronized int forgetOutcomes(Duration age, int limit) {
    Instant oldest = clock.instant().minus(age);
    List<Key> old =
        outcomes.entrySet().stream()
            .filter(stored -> stored.getValue().outcome().at().isBefore(oldest))
            .map(Map.Entry::getKey)
            .limit(limit)
            .toList();
    old.forEach(outcomes::remove);
    return old.size();
  }

  @Override
  public synchronized Optional<PositionRow> position(ClientId client, PositionKey position) {
    return client.equals(owners.get(position)) ? Optional.of(row(position)) : Optional.empty();
  }

  private PositionRow row(PositionKey position) {
    Instant updatedAt = rules.stock.facts(position).getLast().by().at();
    return new PositionRow(position, rules.stock.balance(position), updatedAt);
  }

  @Override
  public synchronized Page<PositionRow> positions(
      ClientId client, PositionFilter filter, @Nullable String after, int limit) {
    Predicate<PositionKey> wanted =
        position ->
            client.equals(owners.get(position))
                && (filter.skuId() == null || filter.skuId() == position.skuId())
                && (filter.locationId() == null || filter.locationId() == position.locationId())
                && (!filter.onlyShortfalls() || rules.stock.balance(position).shortfall() > 0);
    Page<PositionKey> found =
        page(rules.stock.positions(), wanted, key -> Long.toString(key.packed()), after, limit);
    return new Page<>(found.items().stream().map(this::row).toList(), found.next());
  }

  @Override
  public synchronized Page<HistoryRow> history(
      ClientId client, PositionKey position, @Nullable String after, int limit) {
    boolean own = client.equals(owners.get(position));
    List<Fact> facts = own ? rules.stock.facts(position) : List.of();
    List<HistoryRow> rows = new ArrayList<>();
    for (int version = facts.size(); version >= 1; version--) {
      Fact fact = facts.get(version - 1);
      rows.add(
          new HistoryRow(
              fact.kind(),
              fact.onHandDelta(),
              fact.reservedDelta(),
              ReferenceStock.sum(facts.subList(0, version)),
              fact.by().at(),
              actorNames.name(client, fact.by().actor()),
              fact.by().note(),
              fact.by().subject(),
              otherLocation(client, position, fact)));
    }
    return page(rows, row -> true, row -> Long.toString(row.after().version()), after, limit);
  }

  /** Where the goods of a transfer went, or came from. */
  private @Nullable Integer otherLocation(ClientId client, PositionKey position, Fact fact) {
    if (fact.kind() != EntryKind.TRANSFERRED_OUT && fact.kind() != EntryKind.TRANSFERRED_IN) {
      return null;
    }
    UUID id = Objects.requireNonNull(fact.by().subject());
    Transfer transfer = Objects.requireNonNull(rules.transfers.get(new Subject(client, id)));
    if (transfer.toLocation() != position.locationId()) {
      return transfer.toLocation();
    }
    return transfer.lines().stream()
        .filter(line -> line.position().skuId() == position.skuId())
        .map(line -> line.position().locationId())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public synchronized Optional<Reservation> reservation(ClientId client, UUID id) {
    return Optional.ofNullable(rules.reservations.get(new Subject(client, id)));
  }

  @Override
  public synchronized Page<Reservation> reservations(
      ClientId client, ReservationFilter filter, @Nullable String after, int limit) {
    return page(
        newestFirst(rules.reservations.values(), Reservation::id),
        one -> one.client().equals(client) && isWanted(one, filter),
        one -> one.id().toString(),
        after,
        limit);
  }

  private static boolean isWanted(Reservation one, ReservationFilter filter) {
    return (filter.state() == null || one.state() == filter.state())
        && (filter.orders() || one.order() == null)
        && (filter.pickup() == null || filter.pickup().equals(PickupNumber.of(one.id())))
        && one.lines().stream()
            .map(Line::position)
            .anyMatch(at ->
                (filter.skuId() == null || filter.skuId() == at.skuId())
                    && (filter.locationId() == null || filter.locationId() == at.locationId()));
  }

  @Override
  public synchronized Optional<Transfer> transfer(ClientId client, UUID id) {
    return Optional.ofNullable(rules.transfers.get(new Subject(client, id)));
  }

  @Override
  public synchronized Page<Transfer> transfers(
      ClientId client, TransferFilter filter, @Nullable String after, int limit) {
    return page(
        newestFirst(rules.transfers.values(), Transfer::id),
        one -> one.client().equals(client) && isWanted(one, filter),
        one -> one.id().toString(),
        after,
        limit);
  }

  private static boolean isWanted(Transfer one, TransferFilter filter) {
    return (filter.state() == null || one.state() == filter.state())
        && one.lines().stream()
            .map(Line::position)
            .anyMatch(at ->
                (filter.skuId() == null || filter.skuId() == at.skuId())
                    && (filter.locationId() == null
                        || filter.locationId() == at.locationId()
                        || filter.locationId() == one.toLocation()));
  }

  @Override
  public synchronized Optional<Stored> find(ClientId client, UUID id) {
    return rules.orders.find(client, id);
  }

  @Override
  public synchronized Optional<Stored> findByNumber(ClientId client, String number) {
    return rules.orders.findByNumber(client, number);
  }

  @Override
  public synchronized Page<Stored> list(
      ClientId client, OrderFilter filter, @Nullable String after, int limit) {
    return rules.orders.list(client, filter, after, limit);
  }

  /** Identifiers rise with time, as those that the application makes do. */
  private static <T> List<T> newestFirst(Collection<T> all, Function<T, UUID> id) {
    return all.stream().sorted(Comparator.comparing(id).reversed()).toList();
  }

  /** The wanted rows behind a cursor, which is the key of the last row of the page before. */
  static <T> Page<T> page(
      List<T> all,
      Predicate<T> wanted,
      Function<T, String> key,
      @Nullable String after,
      int limit) {
    if (limit < 1 || limit > Page.MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to " + Page.MAX_LIMIT + " rows");
    }
    int from = 0;
    if (after != null) {
      from = all.stream().map(key).toList().indexOf(after) + 1;
      if (from == 0) {
        throw new BadCursorException();
      }
    }
    List<T> behind = all.subList(from, all.size()).stream().filter(wanted).toList();
    if (behind.size() <= limit) {
      return new Page<>(behind, null);
    }
    return new Page<>(behind.subList(0, limit), key.apply(behind.get(limit - 1)));
  }
}
