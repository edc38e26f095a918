package dev.holdfast.application.floor;

import dev.holdfast.application.floor.FloorWave.Member;
import dev.holdfast.application.floor.FloorWave.Planned;
import dev.holdfast.application.floor.FloorWave.Standing;
import dev.holdfast.application.floor.ProposeWaves.Proposal;
import dev.holdfast.application.floor.ProposeWaves.Proposed;
import dev.holdfast.application.floor.ProposeWaves.Waiting;
import dev.holdfast.application.fulfilment.setup.Facility;
import dev.holdfast.application.stock.TimeOrderedIds;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.WaveState;
import dev.holdfast.domain.order.Carriage;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.FloorStore.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Starts a wave. First the wave is kept as {@code starting}, with its shipments and with who is
 * picked with whom; {@link CompleteWave} does the rest, and does it again after a crash between any
 * two of its steps. A request that comes again finds its wave by its idempotency key. Blocks.
 */
public final class StartWave {
  /** A wave of more is a mistake: nobody walks with a thousand totes before the cut-off. */
  public static final int MAX_SHIPMENTS = 1_000;

  private static final int NUMBER_LENGTH = 6;

  private final FloorBook floor;
  private final ProposeWaves proposals;
  private final OpenShipments open;
  private final SkuCards cards;
  private final CompleteWave completion;

  StartWave(
      FloorBook floor,
      ProposeWaves proposals,
      OpenShipments open,
      SkuCards cards,
      CompleteWave completion) {
    this.floor = floor;
    this.proposals = proposals;
    this.open = open;
    this.cards = cards;
    this.completion = completion;
  }

  /**
   * Which wave somebody wants.
   *
   * @param carrier null: that of the most urgent wave
   * @param cutOff null: the carrier's next
   * @param shipments exactly these; empty: those of the proposal
   */
  public record Wish(
      LocationRef location,
      @Nullable String carrier,
      @Nullable Instant cutOff,
      List<UUID> shipments) {
    public Wish {
      shipments = List.copyOf(shipments);
    }
  }

  /**
   * Starts a wave, or goes on with the one that this request started before.
   *
   * @throws FloorRefusal when there is nothing to start, or the key belongs to another request
   */
  public FloorWave start(Caller caller, Wish wish) {
    Optional<FloorWave> before = floor.waveOf(caller.client(), caller.key());
    FloorWave wave = before.isPresent() ? before.get() : begin(caller, wish);
    if (!wave.request().fingerprint().equals(caller.fingerprint())) {
      throw FloorRefusal.keyReused();
    }
    return completion.complete(caller.client(), wave);
  }

  private FloorWave begin(Caller caller, Wish wish) {
    ClientId client = caller.client();
    Facility facility = proposals.facility(client, wish.location());
    List<Candidate> waiting = open.waiting(client, wish.location().id());
    List<Candidate> chosen =
        wish.shipments().isEmpty()
            ? proposed(waiting, facility, wish)
            : named(waiting, wish.shipments());
    FloorWave wave = wave(caller, wish.location(), facility, chosen);
    if (floor.keep(client, wave, List.of())) {
      return wave;
    }
    return floor
        .waveOf(client, caller.key())
        .orElseThrow(() -> new IllegalStateException("a new wave that cannot be kept"));
  }

  private List<Candidate> proposed(List<Candidate> waiting, Facility facility, Wish wish) {
    Proposal proposal = proposals.propose(waiting, facility);
    for (Proposed wave : proposal.waves()) {
      boolean wanted =
          (wish.carrier() == null || wish.carrier().equals(wave.carrier()))
              && (wish.cutOff() == null || wish.cutOff().equals(wave.cutOff()));
      if (wanted) {
        return named(waiting, wave.shipments().stream().map(Waiting::shipment).toList());
      }
    }
    String held =
        proposal.held().isEmpty()
            ? ""
            : " " + proposal.held().size() + " shipments are held: see GET /v1/waves/proposal.";
    throw FloorRefusal.notNow(
        "empty", "Nothing waits at " + facility.location() + " for such a wave." + held);
  }

  private static List<Candidate> named(List<Candidate> waiting, List<UUID> ids) {
    Map<UUID, Candidate> byId = new HashMap<>();
    waiting.forEach(one -> byId.put(one.shipment().id(), one));
    List<Candidate> chosen = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      String field = "shipments[" + i + "]";
      Candidate one = byId.get(ids.get(i));
      if (one == null) {
        throw FloorRefusal.field(
            field,
            "waits in no order at this location: it is in a wave already, was cancelled, or comes"
                + " from elsewhere; see GET /v1/waves/proposal");
      }
      if (!seen.add(ids.get(i))) {
        throw FloorRefusal.field(field, "is there twice; name each shipment once");
      }
      Carriage first = byId.getOrDefault(ids.getFirst(), one).shipment().carriage();
      if (!one.shipment().carriage().carrier().equals(first.carrier())) {
        throw FloorRefusal.field(
            field,
            "goes with "
                + one.shipment().carriage().carrier()
                + " and the first with "
                + first.carrier()
                + "; a wave is of one carrier");
      }
      chosen.add(one);
    }
    return chosen;
  }

  private FloorWave wave(
      Caller caller, LocationRef location, Facility facility, List<Candidate> chosen) {
    ClientId client = caller.client();
    List<PickPlan.Asked> asked = new ArrayList<>();
    Set<String> skus = new HashSet<>();
    for (Candidate one : chosen) {
      List<String> codes =
          one.shipment().lines().stream()
              .map(line -> cards.ref(client, line.position().skuId()).code())
              .toList();
      skus.addAll(codes);
      asked.add(new PickPlan.Asked(one.shipment().id(), one.order().number(), one.units(), codes));
    }
    PickPlan plan = new PickPlan(facility, skus);
    UUID id = TimeOrderedIds.next();
    String text = id.toString().toUpperCase(Locale.ROOT);
    String number = "W-" + text.substring(text.length() - NUMBER_LENGTH);
    List<Planned> lists = new ArrayList<>();
    Map<UUID, UUID> listOf = new LinkedHashMap<>();
    for (List<UUID> batch : plan.batches(asked)) {
      Planned list = new Planned(next(lists), number + "-" + (lists.size() + 1));
      lists.add(list);
      batch.forEach(shipment -> listOf.put(shipment, list.id()));
    }
    List<Member> members = new ArrayList<>();
    for (Candidate one : chosen) {
      UUID shipment = one.shipment().id();
      members.add(
          new Member(
              one.order().id(),
              shipment,
              one.order().number(),
              one.units(),
              listOf.getOrDefault(shipment, id),
              Standing.WAITING,
              null));
    }
    Carriage first = chosen.getFirst().shipment().carriage();
    Instant cutOff =
        chosen.stream()
            .map(one -> one.shipment().carriage().shipBy())
            .min(Instant::compareTo)
            .orElse(first.shipBy());
    FloorWave.Content content =
        new FloorWave.Content(
            first.carrier(), cutOff, caller.actor(), members, lists, List.of(), 0, plan.notes());
    Request request = new Request(caller.key(), caller.fingerprint());
    return new FloorWave(
        id, number, location.id(), WaveState.STARTING, 1, true, request, null, content);
  }

  /** An identifier behind all of those before, so that lists keep the order of their numbers. */
  private static UUID next(List<Planned> before) {
    UUID id = TimeOrderedIds.next();
    while (!before.isEmpty() && id.compareTo(before.getLast().id()) <= 0) {
      id = TimeOrderedIds.next();
    }
    return id;
  }
}
