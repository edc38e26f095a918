package dev.holdfast.storage.contract;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.domain.stock.StockCommand.ChangeOrder;
import dev.holdfast.storage.api.OrderRow;
import dev.holdfast.storage.api.OrderStore.OrderFilter;
import dev.holdfast.storage.api.OrderStore.Stored;
import dev.holdfast.storage.api.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The orders of the reference model: every version of every order, the latest last. */
final class ReferenceOrders {
  private final Map<Owned, List<Stored>> versions = new LinkedHashMap<>();

  private record Owned(ClientId client, UUID id) {}

  /** Why the order is not as the change expects it; null when it is. */
  @Nullable Refusal whyNot(ClientId client, ChangeOrder change) {
    List<Stored> known = versions.getOrDefault(new Owned(client, change.order()), List.of());
    if (change.expectedVersion() == 0) {
      boolean free = known.isEmpty() && findByNumber(client, change.number()).isEmpty();
      return free ? null : Refusal.ORDER_EXISTS;
    }
    if (known.isEmpty() || !known.getFirst().row().number().equals(change.number())) {
      return Refusal.NOT_FOUND;
    }
    return known.size() == change.expectedVersion() ? null : Refusal.ORDER_CHANGED;
  }

  void keep(ClientId client, OrderRow row, Instant at) {
    List<Stored> known =
        versions.computeIfAbsent(new Owned(client, row.id()), none -> new ArrayList<>());
    Instant since = known.isEmpty() ? at : known.getFirst().createdAt();
    known.add(new Stored(row, since, at));
  }

  private Stream<Stored> latest(ClientId client) {
    return versions.entrySet().stream()
        .filter(one -> one.getKey().client().equals(client))
        .map(one -> one.getValue().getLast());
  }

  Optional<Stored> find(ClientId client, UUID id) {
    return latest(client).filter(one -> one.row().id().equals(id)).findAny();
  }

  Optional<Stored> findByNumber(ClientId client, String number) {
    return latest(client).filter(one -> one.row().number().equals(number)).findAny();
  }

  Page<Stored> list(ClientId client, OrderFilter filter, @Nullable String after, int limit) {
    Comparator<Stored> newestFirst =
        Comparator.<Stored, UUID>comparing(one -> one.row().id()).reversed();
    Comparator<Stored> dueFirst =
        Comparator.comparing((Stored one) -> shipBy(one)).thenComparing(one -> one.row().id());
    return ReferenceLedger.page(
        latest(client).sorted(filter.shipBefore() == null ? newestFirst : dueFirst).toList(),
        one -> isWanted(one.row(), filter) && isPlaced(one.createdAt(), filter),
        one -> one.row().id().toString(),
        after,
        limit);
  }

  private static Instant shipBy(Stored one) {
    Instant shipBy = one.row().shipBy();
    return shipBy == null ? Instant.MAX : shipBy;
  }

  private static boolean isWanted(OrderRow row, OrderFilter filter) {
    Instant shipBy = row.shipBy();
    Instant before = filter.shipBefore();
    return (filter.state() == null || filter.state() == row.state())
        && (filter.locationId() == null || row.locations().contains(filter.locationId()))
        && (before == null || (shipBy != null && shipBy.isBefore(before)))
        && (filter.carrier() == null || filter.carrier().equals(row.carrier()))
        && (filter.service() == null || filter.service().equals(row.service()))
        && (!filter.backlog() || row.state().isWaiting());
  }

  private static boolean isPlaced(Instant at, OrderFilter filter) {
    Instant from = filter.placedFrom();
    Instant to = filter.placedTo();
    return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
  }
}
