package dev.holdfast.storage.contract.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.Grain;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.Sums;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.domain.reporting.VersionedFact.Open;
import dev.holdfast.storage.api.BacklogQuestion;
import dev.holdfast.storage.api.BacklogQuestion.Waiting;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.RollUpRow;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.api.RollUpStore.Mark;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Roll-ups as every engine must keep them. Random batches have a seed that is part of the test's
 * name; {@code -Dholdfast.seed=…} tries one again.
 */
public abstract class RollUpContract {
  private static final int BATCHES = 25;
  private static final int QUESTIONS = 12;

  /** No engine folds a small batch in more writes. */
  private static final int MAX_WRITES = 60;

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 20, 12, 0);
  private static final Instant PLACED = Instant.parse("2026-11-20T11:00:00Z");

  private ClientId client;
  private ClientId other;

  /** The store under test, the same one at every call. The contract clears it before each test. */
  protected abstract RollUpStore store();

  /** A new client, of which nothing exists. */
  protected abstract ClientId newClient();

  /**
   * The same rows through a process that dies: it asks and writes as the store does, but its write
   * after so many others never reaches the engine, nor does anything after it, and it throws {@link
   * StoreUnavailableException}.
   */
  protected abstract RollUpStore dyingAfter(int writes);

  @BeforeEach
  void startFromNothing() {
    store().clear();
    client = newClient();
    other = newClient();
  }

  static LongStream seeds() {
    Long wanted = Long.getLong("holdfast.seed");
    return wanted != null
        ? LongStream.of(wanted)
        : LongStream.concat(LongStream.of(1), new SecureRandom().longs(1));
  }

  private void assertSame(RandomFacts random, RollUpStore model) {
    assertThat(store().mark()).isEqualTo(model.mark());
    for (int i = 0; i < QUESTIONS; i++) {
      RollUpQuestion question = random.question();
      assertThat(counted(question)).as("%s", question).isEqualTo(model.read(question));
    }
    for (ClientId one : List.of(client, other)) {
      BacklogQuestion asked = random.backlog(one);
      assertThat(store().backlog(asked)).as("%s", asked).isEqualTo(model.backlog(asked));
    }
  }

  /** Rows of which something is left; an engine may leave out the others. */
  private List<RollUpRow> counted(RollUpQuestion question) {
    return store().read(question).stream().filter(row -> !row.sums().isZero()).toList();
  }

  @ParameterizedTest(name = "-Dholdfast.seed={0}")
  @MethodSource("seeds")
  void sumsAreThoseOfTheLatestVersionsWhateverCameBefore(long seed) {
    RandomFacts random = new RandomFacts(seed, List.of(client, other));
    RollUpStore model = new ReferenceRollUps();
    for (int i = 0; i < BATCHES; i++) {
      FactBatch batch = random.batch(model.mark().value());
      assertThat(store().fold(batch)).isTrue();
      model.fold(batch);
      assertThat(store().fold(batch)).as("the same batch again").isFalse();
      assertSame(random, model);
    }
  }

  @ParameterizedTest(name = "-Dholdfast.seed={0}")
  @MethodSource("seeds")
  void aBatchThatWasCutShortCountsOnce(long seed) {
    RandomFacts random = new RandomFacts(seed, List.of(client, other));
    RollUpStore model = new ReferenceRollUps();
    boolean died = true;
    for (int writes = 0; died; writes++) {
      assertThat(writes).as("writes of a small batch").isLessThan(MAX_WRITES);
      FactBatch batch = random.batch(model.mark().value());
      died = dies(batch, writes);
      store().fold(batch);
      model.fold(batch);
      assertSame(random, model);
    }
  }

  /** Whoever goes on from the same mark later is told more, and of some facts a later version. */
  @ParameterizedTest(name = "-Dholdfast.seed={0}")
  @MethodSource("seeds")
  void aBatchThatWasCutShortCountsWhollyOrNotAtAllWhenAnotherOneFollows(long seed) {
    RandomFacts random = new RandomFacts(seed, List.of(client, other));
    RollUpStore model = new ReferenceRollUps();
    boolean died = true;
    for (int writes = 0; died; writes++) {
      assertThat(writes).as("writes of a small batch").isLessThan(MAX_WRITES);
      long from = model.mark().value();
      FactBatch lost = random.batch(from);
      FactBatch next = random.batch(from);
      died = dies(lost, writes);
      boolean folded = store().fold(next);
      model.fold(folded ? next : lost);
      assertSame(random, model);
    }
  }

  private boolean dies(FactBatch batch, int writes) {
    try {
      dyingAfter(writes).fold(batch);
      return false;
    } catch (StoreUnavailableException dead) {
      return true;
    }
  }

  private VersionedFact order(ClientId whose, UUID id, long version, int orders, Open... open) {
    List<Contribution> counts =
        orders == 0
            ? List.of()
            : List.of(
                new Contribution(
                    new RollUpKey(whose, Cut.PLACE, NOON, 3, "", "", "", "EUR"),
                    new Sums().add(Measure.ORDERS, orders).add(Measure.LINES, 2L * orders)));
    return new VersionedFact(whose, id, version, counts, List.of(open));
  }

  private static FactBatch facts(long from, VersionedFact... facts) {
    return new FactBatch(from, from + 1, PLACED.plusSeconds(from), List.of(facts), List.of());
  }

  private long orders(ClientId whose, Grain grain) {
    LocalDateTime start = grain.startOf(NOON);
    RollUpQuestion question =
        new RollUpQuestion(
            whose,
            Cut.PLACE,
            grain,
            start,
            grain.startOf(start.plusDays(40)),
            Map.of(),
            true,
            Set.of(),
            Set.of(Measure.ORDERS));
    List<RollUpRow> rows = counted(question);
    assertThat(rows).allMatch(row -> row.sums().get(Measure.LINES) == 0 && row.locationId() == 0);
    assertThat(rows).allMatch(row -> start.equals(row.start()) && row.currency().equals("EUR"));
    return rows.stream().mapToLong(row -> row.sums().get(Measure.ORDERS)).sum();
  }

  @Test
  void aLaterVersionReplacesAnEarlierOneAtEveryGrainAndNeverTheOtherWayRound() {
    UUID id = UUID.randomUUID();
    store().fold(facts(0, order(client, id, 4, 5)));
    store().fold(facts(1, order(client, id, 3, 1), order(client, UUID.randomUUID(), 1, 1)));
    store().fold(facts(2, order(client, id, 4, 7)));
    for (Grain grain : Grain.values()) {
      assertThat(orders(client, grain)).as("%s", grain).isEqualTo(6);
    }

    store().fold(facts(3, order(client, id, 9, 2)));
    assertThat(orders(client, Grain.DAY)).isEqualTo(3);
    store().fold(facts(4, order(client, id, 10, 0)));
    assertThat(orders(client, Grain.HOUR)).isEqualTo(1);
  }

  @Test
  void aBatchFromAnotherMarkChangesNothing() {
    VersionedFact fact = order(client, UUID.randomUUID(), 1, 1);
    assertThat(store().mark()).isEqualTo(Mark.START);
    assertThat(store().fold(facts(5, fact))).isFalse();
    assertThat(store().mark()).isEqualTo(Mark.START);
    assertThat(store().fold(facts(0, fact))).isTrue();

    assertThat(store().fold(facts(0, order(client, UUID.randomUUID(), 1, 1)))).isFalse();

    assertThat(store().mark()).isEqualTo(new Mark(1, PLACED));
    assertThat(orders(client, Grain.DAY)).isEqualTo(1);
  }

  @Test
  void nothingOfOneClientIsSeenByAnother() {
    UUID id = UUID.randomUUID();
    Open waiting = new Open(UUID.randomUUID(), 3, "dhl", "x", PLACED, PLACED, 1);
    store().fold(facts(0, order(client, id, 2, 5, waiting), order(other, id, 1, 1)));

    assertThat(orders(client, Grain.DAY)).isEqualTo(5);
    assertThat(orders(other, Grain.DAY)).isEqualTo(1);
    assertThat(orders(newClient(), Grain.DAY)).isZero();
    assertThat(waiting(client, Map.of())).containsExactly(new Waiting(1, 1, 0), Waiting.NONE);
    assertThat(waiting(other, Map.of())).containsExactly(Waiting.NONE, Waiting.NONE);
  }

  /** Of what was ordered after a moment, and until then. */
  private List<Waiting> waiting(ClientId whose, Map<Dimension, Set<String>> only) {
    Instant limit = PLACED.minusSeconds(60);
    return store().backlog(new BacklogQuestion(whose, only, List.of(limit), PLACED));
  }

  @Test
  void whatWaitsIsCountedByAgeUntilItIsHandedOver() {
    UUID id = UUID.randomUUID();
    Instant longAgo = PLACED.minusSeconds(61);
    Open old = new Open(UUID.randomUUID(), 3, "dhl", "x", longAgo, PLACED.minusMillis(1), 1);
    Open limit = new Open(UUID.randomUUID(), 3, "dpd", "y", PLACED.minusSeconds(60), PLACED, 2);
    Open young = new Open(UUID.randomUUID(), 4, "dhl", "x", PLACED.minusSeconds(59), PLACED, 4);
    VersionedFact alone = order(client, UUID.randomUUID(), 1, 1, old);
    store().fold(facts(0, order(client, id, 1, 1, young, limit), alone));

    Waiting both = new Waiting(2, 3, 1);
    assertThat(waiting(client, Map.of())).containsExactly(new Waiting(1, 4, 0), both);
    assertThat(waiting(client, Map.of(Dimension.LOCATION, Set.of("4", "5"))))
        .containsExactly(new Waiting(1, 4, 0), Waiting.NONE);
    assertThat(waiting(client, Map.of(Dimension.CARRIER, Set.of("dhl"))))
        .containsExactly(new Waiting(1, 4, 0), new Waiting(1, 1, 1));
    assertThat(waiting(client, Map.of(Dimension.SERVICE, Set.of("y"))))
        .containsExactly(Waiting.NONE, new Waiting(1, 2, 0));
    store().fold(facts(1, order(client, id, 2, 1, young)));
    assertThat(waiting(client, Map.of()))
        .containsExactly(new Waiting(1, 4, 0), new Waiting(1, 1, 1));
    store().fold(facts(2, order(client, id, 3, 1)));
    assertThat(waiting(client, Map.of())).containsExactly(Waiting.NONE, new Waiting(1, 1, 1));
  }

  @Test
  void aClientHasAnotherVersionAfterEachBatchWithAnythingNewOfIt() {
    UUID id = UUID.randomUUID();
    Set<Long> seen = new HashSet<>();
    seen.add(number(client));
    store().fold(facts(0, order(client, id, 2, 5)));
    assertThat(seen.add(number(client))).as("a first fact").isTrue();
    final long before = number(client);

    store().fold(facts(1, order(other, UUID.randomUUID(), 1, 1), order(client, id, 1, 1)));
    assertThat(number(client)).as("of another client, and an earlier version").isEqualTo(before);
    assertThat(store().version(client).mark()).isEqualTo(store().mark());

    store().fold(facts(2, order(client, id, 3, 5)));
    assertThat(seen.add(number(client))).as("a later version").isTrue();
    Contribution increment =
        new Contribution(
            new RollUpKey(client, Cut.STOCK, NOON, 3, "", "", "toys", ""),
            new Sums().add(Measure.REFUSALS, 1));
    store().fold(new FactBatch(3, 4, PLACED, List.of(), List.of(increment)));
    assertThat(seen.add(number(client))).as("an increment").isTrue();
    store().clear();
    assertThat(seen.add(number(client))).as("all forgotten").isTrue();
    store().fold(facts(0, order(client, id, 2, 5)));
    assertThat(seen.add(number(client))).as("folded once more").isTrue();
    assertThat(store().version(newClient()).mark()).isEqualTo(store().mark());
  }

  private long number(ClientId whose) {
    return store().version(whose).number();
  }

  @Test
  void whatWasForgottenIsFoldedFromTheStart() {
    Open waiting = new Open(UUID.randomUUID(), 3, "dhl", "x", PLACED, PLACED, 1);
    FactBatch batch = facts(0, order(client, UUID.randomUUID(), 1, 1, waiting));
    store().fold(batch);

    store().clear();

    assertThat(store().mark()).isEqualTo(Mark.START);
    assertThat(orders(client, Grain.DAY)).isZero();
    assertThat(waiting(client, Map.of())).containsExactly(Waiting.NONE, Waiting.NONE);
    assertThat(store().fold(batch)).isTrue();
    assertThat(waiting(client, Map.of())).containsExactly(new Waiting(1, 1, 0), Waiting.NONE);
    assertThat(orders(client, Grain.DAY)).isEqualTo(1);
  }
}
