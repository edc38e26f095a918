package dev.holdfast.application.floor;

import dev.holdfast.application.floor.FloorList.Shortage;
import dev.holdfast.application.floor.FloorList.Stop;
import dev.holdfast.application.floor.FloorList.Tote;
import dev.holdfast.application.order.ChangeOrders;
import dev.holdfast.application.order.ChangeOrders.Answer;
import dev.holdfast.application.order.ChangeOrders.Change;
import dev.holdfast.application.order.Submission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.PickListState;
import dev.holdfast.domain.order.OnTheFloor;
import dev.holdfast.domain.order.OnTheFloor.ShortPicked;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.order.Transition;
import dev.holdfast.domain.order.Transition.Obstacle;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Settles what was not found. The list says it first; then each order is changed, in one step with
 * its stock: it holds what was found and what brings the rest; then the missing goods are written
 * off where they were not; then the list says what became of each. Every step has a key of the
 * list's own, so that doing it again after a crash changes nothing twice. Blocks.
 */
final class SettleShortages {
  /** Plans that somebody else was faster than, before the missing goods are given up. */
  private static final int MAX_PLANS = 3;

  private static final int MAX_ATTEMPTS = 5;

  private final FloorBook floor;
  private final ChangeOrders orders;
  private final Submission submission;
  private final Elsewhere elsewhere;
  private final ShortSentences sentences;
  private final Clock clock;

  SettleShortages(
      FloorBook floor,
      ChangeOrders orders,
      Submission submission,
      Elsewhere elsewhere,
      ShortSentences sentences,
      Clock clock) {
    this.floor = floor;
    this.orders = orders;
    this.submission = submission;
    this.elsewhere = elsewhere;
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * The list with nothing left to settle.
   *
   * @throws FloorRefusal when it cannot be learnt what became of an order; the list stays
   *     unfinished until somebody settles it
   */
  FloorList settle(Caller caller, FloorList list) {
    FloorList open = list;
    for (int attempt = 0; attempt < MAX_ATTEMPTS && open.unfinished(); attempt++) {
      FloorList settled = worked(caller, open);
      if (ListKeeping.keep(floor, caller.client(), settled)) {
        return settled;
      }
      open =
          floor
              .list(caller.client(), list.id())
              .orElseThrow(() -> FloorRefusal.notFound("pick list"));
    }
    return open;
  }

  private FloorList worked(Caller caller, FloorList list) {
    Map<UUID, List<Shortage>> byShipment = new LinkedHashMap<>();
    Set<PositionKey> empty = new HashSet<>();
    for (Shortage one : list.content().shortages()) {
      if (one.then() == null) {
        byShipment.computeIfAbsent(one.shipment(), any -> new ArrayList<>()).add(one);
        empty.add(PositionKey.of(one.skuId(), list.locationId()));
      }
    }
    Map<Shortage, String> said = new HashMap<>();
    List<Tote> totes = new ArrayList<>(list.content().totes());
    byShipment.forEach((shipment, missing) -> {
      int tote = missing.getFirst().tote();
      Fate fate = shorten(caller, list, missing, empty);
      missing.forEach(one -> said.put(one, fate.sentences().getOrDefault(one.skuId(), "")));
      totes.set(tote, totes.get(tote).of(fate.remainder()));
    });
    writeOff(caller, list, byShipment.values().stream().flatMap(List::stream).toList());
    List<Shortage> settled =
        list.content().shortages().stream()
            .map(one -> {
              String sentence = said.get(one);
              return sentence == null ? one : one.settled(sentence);
            })
            .toList();
    FloorList.Content content = list.content().with(list.content().stops(), settled).with(totes);
    boolean over = content.stops().stream().allMatch(Stop::done);
    return list.next(over ? PickListState.DONE : PickListState.PICKING, false, content);
  }

  /** What became of a shipment: what it is called now, if anything is left, and per SKU why. */
  record Fate(@Nullable UUID remainder, Map<Long, String> sentences) {}

  private Fate shorten(
      Caller caller, FloorList list, List<Shortage> missing, Set<PositionKey> empty) {
    Tote tote = list.content().totes().get(missing.getFirst().tote());
    UUID fingerprint = fingerprint(list, missing.getFirst());
    for (int plan = 0; plan <= MAX_PLANS; plan++) {
      String key = "short:" + list.id() + ":" + missing.getFirst().remainder() + ":" + plan;
      String note = "short pick, list " + list.number();
      ChangeOrders.Request request =
          new ChangeOrders.Request(caller.client(), key, fingerprint, caller.actor(), note);
      boolean giveUp = plan == MAX_PLANS;
      Answer answer =
          orders.apply(
              request,
              tote.order(),
              order -> Change.of(shortened(caller.client(), order, missing, empty, giveUp)));
      switch (answer) {
        case Answer.Changed changed -> {
          return sentences.changed(caller.client(), list, changed.order(), missing);
        }
        case Answer.Impossible no -> {
          return sentences.impossible(no.order(), no.obstacle(), missing);
        }
        case Answer.Unsettled lost -> throw FloorRefusal.unsettled();
        case Answer.Unknown gone -> {
          return sentences.impossible(null, Obstacle.OVER, missing);
        }
        case Answer.Refused refused -> {}
      }
    }
    return sentences.refused(missing);
  }

  private Transition shortened(
      ClientId client,
      Order order,
      List<Shortage> missing,
      Set<PositionKey> empty,
      boolean giveUp) {
    Shortage first = missing.getFirst();
    Shipment was =
        order.shipments().stream()
            .filter(one -> one.id().equals(first.shipment()))
            .findFirst()
            .orElse(null);
    if (was == null) {
      return new Transition.Impossible(Obstacle.NO_SUCH_SHIPMENT);
    }
    ShortShipment left = ShortShipment.of(was, missing);
    List<Shipment> more =
        giveUp ? List.of() : elsewhere.bring(client, order, left.missingByLine(), empty);
    ShortPicked what =
        new ShortPicked(
            was.id(),
            first.remainder(),
            left.found(),
            sentences.cartons(client, order, was, left),
            more);
    return OnTheFloor.shortPick(order, what, clock.instant(), "not all of it was found");
  }

  /** Of each SKU what the books still hold at that place. */
  private void writeOff(Caller caller, FloorList list, List<Shortage> missing) {
    Map<String, Map<Long, Long>> gone = new TreeMap<>();
    Map<String, Shortage> first = new HashMap<>();
    for (Shortage one : missing) {
      String key = "short:" + list.id() + ":" + one.stop() + ":" + one.skuId();
      first.putIfAbsent(key, one);
      gone.computeIfAbsent(key, any -> new HashMap<>())
          .merge(one.skuId(), one.writeOff(), Math::addExact);
    }
    gone.forEach((key, bySku) ->
        bySku.forEach((sku, quantity) -> {
          Shortage one = first.get(key);
          if (one != null && quantity > 0) {
            writeOff(caller, list, key, one, quantity);
          }
        }));
  }

  private void writeOff(Caller caller, FloorList list, String key, Shortage one, long quantity) {
    String slot = list.content().stops().get(one.stop()).text();
    String note = "short pick at " + slot + ", list " + list.number();
    long most = quantity;
    for (int attempt = 0; attempt < MAX_ATTEMPTS && most > 0; attempt++) {
      Line line = new Line(PositionKey.of(one.skuId(), list.locationId()), most);
      CommandResult result =
          submission
              .submit(
                  new ClientCommand(
                      caller.client(),
                      key + "~" + attempt,
                      fingerprint(list, one),
                      caller.actor(),
                      note,
                      new MoveStock(Movement.WRITE_OFF, List.of(line))))
              .result();
      if (!(result instanceof CommandResult.Settled settled)) {
        throw FloorRefusal.unsettled();
      }
      if (!(settled.outcome() instanceof Outcome.Refused refused)) {
        return;
      }
      // A count was faster: only what the books still hold can leave them.
      most = refused.lines().isEmpty() ? 0 : refused.lines().getFirst().available();
    }
  }

  private static UUID fingerprint(FloorList list, Shortage one) {
    String name = list.id() + "/" + one.stop() + "/" + one.remainder();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII));
  }
}
