package dev.holdfast.application.floor;

import dev.holdfast.application.floor.FloorWave.Member;
import dev.holdfast.application.floor.FloorWave.Planned;
import dev.holdfast.application.floor.FloorWave.Standing;
import dev.holdfast.application.fulfilment.setup.Facility;
import dev.holdfast.application.fulfilment.setup.FulfilmentSetup;
import dev.holdfast.application.order.ChangeOrders;
import dev.holdfast.application.order.ChangeOrders.Answer;
import dev.holdfast.application.order.ChangeOrders.Change;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.PickListState;
import dev.holdfast.domain.fulfilment.pick.WaveState;
import dev.holdfast.domain.order.FloorMarks;
import dev.holdfast.domain.order.OnTheFloor;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.order.Transition;
import dev.holdfast.domain.order.Transition.Obstacle;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings a wave to where it says that it is: a starting one gives its shipments to the floor and
 * gets its pick lists; a cancelled one puts them back. Every order is changed under a key of the
 * wave's own, so that whoever does it again, after a crash or beside somebody else, changes nothing
 * twice. Blocks.
 */
final class CompleteWave {
  private final FloorBook floor;
  private final ChangeOrders orders;
  private final LotChoice lots;
  private final SkuCards cards;
  private final Function<ClientId, FulfilmentSetup> setup;
  private final LocationCodes places;
  private final Clock clock;

  CompleteWave(
      FloorBook floor,
      ChangeOrders orders,
      LotChoice lots,
      SkuCards cards,
      Function<ClientId, FulfilmentSetup> setup,
      LocationCodes places,
      Clock clock) {
    this.floor = floor;
    this.orders = orders;
    this.lots = lots;
    this.cards = cards;
    this.setup = setup;
    this.places = places;
    this.clock = clock;
  }

  /**
   * The wave with nothing left to do.
   *
   * @throws FloorRefusal when it cannot be learnt what became of an order; the wave stays
   *     unfinished until somebody completes it
   */
  FloorWave complete(ClientId client, FloorWave wave) {
    if (!wave.unfinished()) {
      return wave;
    }
    FloorWave done = wave;
    boolean kept;
    if (wave.state() == WaveState.STARTING) {
      Given given = give(client, wave);
      List<FloorList> lists = lists(client, wave, given);
      long walkMm = lists.stream().mapToLong(list -> list.content().lengthMm()).sum();
      WaveState to = lists.isEmpty() ? WaveState.CANCELLED : WaveState.PICKING;
      done = wave.next(to, false, wave.content().with(given.members(), walkMm));
      kept = floor.keep(client, done, lists);
    } else {
      List<Member> members = putBack(client, wave);
      done = wave.next(wave.state(), false, wave.content().with(members, 0));
      kept = floor.keep(client, done, List.of());
    }
    return kept ? done : complete(client, reread(client, wave));
  }

  /** Somebody else completed it meanwhile. */
  private FloorWave reread(ClientId client, FloorWave wave) {
    return floor
        .wave(client, wave.id())
        .filter(now -> now.version() > wave.version())
        .orElseThrow(() -> new IllegalStateException("wave " + wave.number() + " cannot be kept"));
  }

  /** What became of the members, and the shipments that are picked now. */
  private record Given(List<Member> members, Map<UUID, Candidate> picked) {}

  private Given give(ClientId client, FloorWave wave) {
    LotChoice.Chooser chooser = lots.chooser(client, wave);
    Map<UUID, Candidate> picked = new LinkedHashMap<>();
    List<Member> members = new ArrayList<>();
    for (Member member : wave.content().members()) {
      String key = "wave:" + wave.id() + ":" + member.shipment();
      Answer answer =
          orders.apply(
              request(client, wave, key),
              member.order(),
              order -> Change.of(given(order, member, wave, chooser)));
      members.add(standing(member, wave, answer, picked));
    }
    return new Given(members, picked);
  }

  private Transition given(Order order, Member member, FloorWave wave, LotChoice.Chooser chooser) {
    FloorMarks marks =
        FloorMarks.picking(
            wave.id(),
            member.list(),
            order.shipments().stream()
                .filter(one -> one.id().equals(member.shipment()))
                .findFirst()
                .map(chooser::shares)
                .orElse(List.of()));
    return OnTheFloor.startPicking(order, Map.of(member.shipment(), marks), clock.instant());
  }

  private static ChangeOrders.Request request(ClientId client, FloorWave wave, String key) {
    return new ChangeOrders.Request(
        client, key, wave.request().fingerprint(), wave.content().actor(), null);
  }

  private static Member standing(
      Member member, FloorWave wave, Answer answer, Map<UUID, Candidate> picked) {
    return switch (answer) {
      case Answer.Changed changed -> {
        Optional<Shipment> now =
            changed.order().shipments().stream()
                .filter(one -> one.id().equals(member.shipment()))
                .filter(one -> one.state() == OrderState.PICKING)
                .filter(one -> wave.id().equals(one.floor().wave()))
                .findFirst();
        now.ifPresent(
            one -> picked.put(one.id(), new Candidate(changed.order(), one, member.units())));
        yield now.isPresent()
            ? member.in(Standing.PICKING, null)
            : member.in(Standing.DROPPED, "It was changed or cancelled meanwhile.");
      }
      case Answer.Impossible no -> member.in(Standing.DROPPED, why(no.obstacle(), no.order()));
      case Answer.Refused refused ->
          member.in(
              Standing.DROPPED, "Others kept changing the order; it waits for the next wave.");
      case Answer.Unknown gone -> member.in(Standing.DROPPED, "There is no such order any more.");
      case Answer.Unsettled unsettled -> throw FloorRefusal.unsettled();
    };
  }

  private static String why(Obstacle obstacle, Order order) {
    return switch (obstacle) {
      case NO_SUCH_SHIPMENT -> "The order was planned again without this shipment.";
      default -> "The order is " + order.state().label() + " already.";
    };
  }

  private List<FloorList> lists(ClientId client, FloorWave wave, Given given) {
    String location = places.code(client, wave.locationId());
    @Nullable Facility facility = setup.apply(client).facilities().get(location);
    Set<String> skus = new HashSet<>();
    given.picked().values().stream()
        .flatMap(one -> one.shipment().lines().stream())
        .forEach(line -> skus.add(cards.ref(client, line.position().skuId()).code()));
    if (facility == null) {
      throw FloorRefusal.notSetUp(
          "The settings of "
              + location
              + " were deleted while a wave was started there: PUT them.");
    }
    PickPlan plan = new PickPlan(facility, skus);
    List<FloorList> lists = new ArrayList<>();
    for (Planned planned : wave.content().lists()) {
      List<Candidate> members = new ArrayList<>();
      for (Member member : given.members()) {
        Candidate one = given.picked().get(member.shipment());
        if (one != null && member.list().equals(planned.id())) {
          members.add(one);
        }
      }
      if (!members.isEmpty()) {
        lists.add(
            new ListMaker(client, plan)
                .list(bare(wave, planned), members, sku -> cards.of(client, sku)));
      }
    }
    return lists;
  }

  private static FloorList bare(FloorWave wave, Planned planned) {
    return new FloorList(
        planned.id(),
        planned.number(),
        wave.id(),
        wave.locationId(),
        PickListState.OPEN,
        1,
        false,
        new FloorList.Content(
            null, 0, null, List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  private List<Member> putBack(ClientId client, FloorWave wave) {
    List<Member> members = new ArrayList<>();
    String reason = "wave " + wave.number() + " was cancelled";
    for (Member member : wave.content().members()) {
      if (member.standing() != Standing.PICKING) {
        members.add(member);
        continue;
      }
      String key = "wave-back:" + wave.id() + ":" + member.shipment();
      Answer answer =
          orders.apply(
              request(client, wave, key),
              member.order(),
              order ->
                  Change.of(
                      OnTheFloor.putBack(
                          order, Set.of(member.shipment()), clock.instant(), reason)));
      if (answer instanceof Answer.Unsettled) {
        throw FloorRefusal.unsettled();
      }
      members.add(member.in(Standing.DROPPED, "The wave was cancelled."));
    }
    return members;
  }
}
