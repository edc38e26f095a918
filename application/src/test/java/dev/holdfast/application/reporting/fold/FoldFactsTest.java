package dev.holdfast.application.reporting.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.application.reporting.fold.FoldFacts.Step;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Grain;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.Sums;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.FactSource.OrderChange;
import dev.holdfast.storage.api.FactSource.RefusalSum;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.RollUpRow;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.api.StoreUnavailableException;
import dev.holdfast.storage.contract.reporting.ReferenceRollUps;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each fact is folded once, whatever breaks in between, and whoever else folds. */
final class FoldFactsTest {
  private static final ClientId CLIENT = new ClientId(7);
  private static final Instant START = Instant.parse("2030-05-17T12:00:00Z");
  private static final LocalDateTime NOON = LocalDateTime.of(2030, 5, 17, 12, 0);
  private static final Clock CLOCK = Clock.fixed(START, ZoneOffset.UTC);

  private final MemoryFacts source = new MemoryFacts();
  private final ReferenceRollUps store = new ReferenceRollUps();

  private FoldFacts folding(RollUpStore into) {
    return new FoldFacts(
        source, into, FoldFactsTest::counted, list -> Optional.empty(), FoldFacts::noPast, CLOCK);
  }

  /** Orders count as many units as their document says. */
  private static Optional<VersionedFact> counted(OrderChange order) {
    String[] parts = order.document().split(" ");
    return Optional.of(
        new VersionedFact(
            order.client(),
            UUID.nameUUIDFromBytes(new byte[] {Byte.parseByte(parts[0])}),
            Long.parseLong(parts[1]),
            List.of(units(Long.parseLong(parts[2]))),
            List.of()));
  }

  private static Contribution units(long units) {
    RollUpKey key = new RollUpKey(CLIENT, Cut.CLIENT, NOON, 0, "", "", "", "EUR");
    return new Contribution(key, new Sums().add(Measure.FILLED_UNITS, units));
  }

  private long sum(Measure measure) {
    RollUpQuestion question =
        new RollUpQuestion(
            CLIENT,
            Cut.CLIENT,
            Grain.DAY,
            NOON.minusHours(12),
            NOON.plusHours(12),
            Map.of(),
            false,
            Set.of(),
            Set.of(measure));
    return store.read(question).stream().map(RollUpRow::sums).mapToLong(s -> s.get(measure)).sum();
  }

  private static void upToDate(FoldFacts facts) {
    while (facts.step() == Step.GO_ON) {
      // The next one.
    }
  }

  @Test
  void everythingIsFoldedOnceAndLaterVersionsReplaceEarlierOnes() {
    FoldFacts facts = folding(store);
    source.order(10, "1 1 5");
    source.order(11, "2 1 3");
    source.refusal(new RefusalSum(CLIENT, 4, "things", NOON, 2, 9_000));
    upToDate(facts);
    source.order(5_000, "1 2 4");
    upToDate(facts);
    upToDate(facts);

    assertThat(sum(Measure.FILLED_UNITS)).isEqualTo(7);
    assertThat(sum(Measure.REFUSALS)).isEqualTo(2);
    assertThat(facts.figures().facts()).isEqualTo(3);
    assertThat(facts.figures().ageSeconds(START.plusSeconds(9))).isLessThan(10);
  }

  @Test
  void aFoldOfWhichNobodyKnowsWhetherItHappenedIsNotDoneTwice() {
    RollUpStore lossy = new ForgetfulStore(store);
    FoldFacts facts = folding(lossy);
    source.order(10, "1 1 5");
    source.refusal(new RefusalSum(CLIENT, 4, "things", NOON, 2, 9_000));
    for (int round = 0; round < 4; round++) {
      assertThatThrownBy(facts::step).isInstanceOf(StoreUnavailableException.class);
    }
    assertThat(sum(Measure.FILLED_UNITS)).isEqualTo(5);
    assertThat(sum(Measure.REFUSALS)).isEqualTo(2);
  }

  @Test
  void twoThatBothBelieveTheyLeadCountOnce() {
    FoldFacts one = folding(store);
    FoldFacts other = folding(store);
    source.refusal(new RefusalSum(CLIENT, 4, "things", NOON, 1, 1_000));
    for (int i = 0; i < 20; i++) {
      source.order(20 + i, i + " 1 1");
      one.step();
      other.step();
      one.step();
    }
    upToDate(one);
    upToDate(other);
    assertThat(sum(Measure.FILLED_UNITS)).isEqualTo(20);
    assertThat(sum(Measure.REFUSALS)).isEqualTo(1);
  }

  @Test
  void whatWasForgottenIsFoldedAgainToTheSameSums() {
    FoldFacts facts = folding(store);
    source.order(10, "1 1 5");
    source.order(300_000, "2 1 6");
    upToDate(facts);
    store.clear();
    upToDate(facts);
    upToDate(facts);
    assertThat(sum(Measure.FILLED_UNITS)).isEqualTo(11);
  }

  @Test
  void aDocumentThatCannotBeCountedStopsNobody() {
    FoldFacts facts = folding(store);
    source.order(10, "broken");
    source.order(10, "1 1 5");
    upToDate(facts);
    assertThat(sum(Measure.FILLED_UNITS)).isEqualTo(5);
    assertThat(facts.figures().notCounted()).isEqualTo(1);
  }

  @Test
  void aPastIsWaitedForAndComesFirst() {
    @Nullable FactBatch[] past = {null};
    FoldFacts facts =
        new FoldFacts(
            source, store, FoldFactsTest::counted, list -> Optional.empty(), () -> past[0], CLOCK);
    source.order(10, "1 1 5");
    upToDate(facts);
    assertThat(sum(Measure.FILLED_UNITS)).isZero();
    past[0] = new FactBatch(0, 1, START, List.of(), List.of(units(100)));
    upToDate(facts);
    store.clear();
    upToDate(facts);
    upToDate(facts);
    assertThat(sum(Measure.FILLED_UNITS)).isEqualTo(105);
  }
}
