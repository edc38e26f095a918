package dev.holdfast.application.floor;

import dev.holdfast.application.floor.FloorList.Shortage;
import dev.holdfast.application.floor.FloorList.Stop;
import dev.holdfast.application.floor.FloorList.StopPick;
import dev.holdfast.application.stock.TimeOrderedIds;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.PickListState;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.StockReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The work on a pick list: somebody takes it, says stop by stop what was found, and may take a stop
 * back. Everything may be said twice. Blocks; for any number of threads.
 */
public final class PickFloor {
  /** Two tablets on one list are rare; five losses in a row are somebody's endless loop. */
  private static final int MAX_ATTEMPTS = 5;

  private final FloorBook floor;
  private final SettleShortages shortages;
  private final StockReader stock;

  PickFloor(FloorBook floor, SettleShortages shortages, StockReader stock) {
    this.floor = floor;
    this.shortages = shortages;
    this.stock = stock;
  }

  /**
   * What somebody found of a SKU at a stop, in all totes together.
   *
   * @param lot null: of what has no lot on the list
   * @param quantity smallest units
   */
  public record Found(String sku, @Nullable String lot, long quantity) {}

  /** A list after a stop, and what was not found there. */
  public record Confirmed(FloorList list, List<Shortage> shortages) {}

  /** Takes a list; whoever takes it again, or from somebody else, becomes its picker. */
  public FloorList start(Caller caller, UUID id) {
    return change(
        caller.client(),
        id,
        list -> {
          refuseOver(list);
          boolean taken =
              list.state() == PickListState.PICKING
                  && caller.name().equals(list.content().picker());
          return taken
              ? list
              : list.next(
                  PickListState.PICKING, list.unfinished(), list.content().by(caller.name()));
        });
  }

  /**
   * Says what was found at a stop; what is not named was found whole.
   *
   * @throws FloorRefusal when the stop was said otherwise before, or names what is not there
   */
  public Confirmed confirm(Caller caller, UUID id, int stop, List<Found> found) {
    FloorList list = settled(caller, id);
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Stop at = stop(list, stop);
      Stop said = StopSaid.of(list, at, found);
      if (at.done()) {
        if (!at.equals(said)) {
          throw FloorRefusal.notNow(
              "done",
              "Stop "
                  + stop
                  + " of list "
                  + list.number()
                  + " is done, with other numbers. Take it"
                  + " back first, or count the goods: POST /v1/counts.");
        }
        return new Confirmed(list, at(list, stop));
      }
      refuseOver(list);
      FloorList next = said(caller, list, stop, said);
      if (keep(caller.client(), next)) {
        FloorList after = shortages.settle(caller, next);
        return new Confirmed(after, at(after, stop));
      }
      list = settled(caller, id);
    }
    throw busy(list);
  }

  private FloorList said(Caller caller, FloorList list, int stop, Stop said) {
    List<Stop> stops = new ArrayList<>(list.content().stops());
    stops.set(stop, said);
    List<Shortage> missing = new ArrayList<>(list.content().shortages());
    List<Shortage> fresh = missing(caller.client(), list, stop, said);
    missing.addAll(fresh);
    String picker = list.content().picker();
    FloorList.Content content =
        list.content().with(stops, missing).by(picker == null ? caller.name() : picker);
    boolean over = fresh.isEmpty() && stops.stream().allMatch(Stop::done);
    return list.next(over ? PickListState.DONE : PickListState.PICKING, !fresh.isEmpty(), content);
  }

  /** What each order did not get, by tote and SKU; lots of one SKU count together. */
  private List<Shortage> missing(ClientId client, FloorList list, int stop, Stop said) {
    Map<Long, Long> inBooks = new HashMap<>();
    List<Shortage> fresh = new ArrayList<>();
    for (StopPick pick : said.picks()) {
      long missing = pick.quantity() - Objects.requireNonNull(pick.found());
      UUID shipment = list.content().totes().get(pick.tote()).shipment();
      if (missing == 0 || shipment == null) {
        continue;
      }
      // Of what a count took away before, the books know already.
      long gone =
          inBooks.computeIfAbsent(
              pick.skuId(),
              sku ->
                  stock
                      .position(client, PositionKey.of(sku, list.locationId()))
                      .map(row -> row.balance().shortfall())
                      .orElse(0L));
      long known = Math.min(gone, missing);
      inBooks.put(pick.skuId(), gone - known);
      fresh.add(
          new Shortage(
              stop,
              pick.skuId(),
              pick.tote(),
              shipment,
              TimeOrderedIds.next(),
              missing,
              missing - known,
              null));
    }
    return fresh;
  }

  /**
   * Takes back what was said of a stop where everything was found.
   *
   * @throws FloorRefusal when the list is done, or something was missing there
   */
  public FloorList undo(Caller caller, UUID id, int stop) {
    return change(
        caller.client(),
        id,
        list -> {
          Stop at = stop(list, stop);
          if (!at.done()) {
            return list;
          }
          refuseOver(list);
          if (list.content().shortages().stream().anyMatch(one -> one.stop() == stop)) {
            throw FloorRefusal.notNow(
                "short",
                "At stop "
                    + stop
                    + " goods were missing, and their orders were changed. If they turned up, count"
                    + " them: POST /v1/counts.");
          }
          List<Stop> stops = new ArrayList<>(list.content().stops());
          List<StopPick> open = at.picks().stream().map(pick -> pick.found(null)).toList();
          stops.set(stop, new Stop(at.slot(), false, open));
          return list.next(
              list.state(),
              list.unfinished(),
              list.content().with(stops, list.content().shortages()));
        });
  }

  private FloorList change(ClientId client, UUID id, UnaryOperator<FloorList> change) {
    FloorList list = existing(client, id);
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      FloorList next = change.apply(list);
      if (next.version() == list.version() || floor.keep(client, null, List.of(next))) {
        return next;
      }
      list = existing(client, id);
    }
    throw busy(list);
  }

  /** Keeps a list, and with its last stop that its wave is done. */
  private boolean keep(ClientId client, FloorList next) {
    return ListKeeping.keep(floor, client, next);
  }

  /** The list, with nothing left from before. */
  private FloorList settled(Caller caller, UUID id) {
    return shortages.settle(caller, existing(caller.client(), id));
  }

  private FloorList existing(ClientId client, UUID id) {
    return floor.list(client, id).orElseThrow(() -> FloorRefusal.notFound("pick list"));
  }

  private static Stop stop(FloorList list, int stop) {
    if (stop < 0 || stop >= list.content().stops().size()) {
      throw FloorRefusal.notFound("stop of this pick list");
    }
    return list.content().stops().get(stop);
  }

  private static List<Shortage> at(FloorList list, int stop) {
    return list.content().shortages().stream().filter(one -> one.stop() == stop).toList();
  }

  private static void refuseOver(FloorList list) {
    if (list.isOver()) {
      throw FloorRefusal.notNow(
          list.state().label(),
          "Pick list " + list.number() + " is " + list.state().label() + ". Take another one.");
    }
  }

  private static FloorRefusal busy(FloorList list) {
    return FloorRefusal.notNow(
        list.state().label(),
        "Somebody else works on pick list " + list.number() + " at the same moment. Try again.");
  }
}
