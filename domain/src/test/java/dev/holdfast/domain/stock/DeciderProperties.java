package dev.holdfast.domain.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.Storyteller.Step;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds after any sequence of commands, whatever was accepted and refused on the way. */
final class DeciderProperties {
  @Provide
  Arbitrary<List<Step>> stories() {
    Arbitrary<Integer> choice = Arbitraries.integers().between(0, 999);
    Arbitrary<Long> quantity =
        Arbitraries.frequencyOf(
            Tuple.of(30, Arbitraries.longs().between(1, 12)),
            Tuple.of(1, Arbitraries.longs().between(1, Line.MAX_QUANTITY)));
    return Combinators.combine(
            Arbitraries.of(Storyteller.Verb.values()),
            choice,
            choice,
            quantity,
            quantity,
            Arbitraries.integers().between(0, 120))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  @Property
  void aPositionNeverPromisesMoreThanIsThereAndMissing(@ForAll("stories") List<Step> steps) {
    Storyteller story = new Storyteller();
    for (Step step : steps) {
      story.tell(step);
      for (PositionKey position : Storyteller.POSITIONS) {
        Balance balance = story.balance(position);
        assertThat(balance.onHand()).isBetween(0L, Balance.MAX_ON_HAND);
        assertThat(balance.reserved()).isBetween(0L, balance.onHand() + balance.shortfall());
        assertThat(balance.shortfall())
            .isEqualTo(Math.max(0, balance.reserved() - balance.onHand()));
        assertThat(balance.safetyStock()).isNotNegative();
      }
    }
  }

  @Property
  void aClaimNeverRaisesAShortfallNorTakesSafetyStock(@ForAll("stories") List<Step> steps) {
    Storyteller story = new Storyteller();
    for (Step step : steps) {
      for (LedgerEntry entry : story.tell(step)) {
        Balance after = entry.after();
        switch (entry.kind()) {
          case RESERVED ->
              assertThat(after.onHand() - after.reserved() - after.safetyStock()).isNotNegative();
          case SOLD, TRANSFERRED_OUT ->
              assertThat(after.onHand() - after.reserved()).isNotNegative();
          default -> {
            // Counts, losses, arrivals and ends of reservations may leave a shortfall behind.
          }
        }
      }
    }
  }

  @Property
  void versionsAreDenseAndEachEntryStartsWhereTheLastOneEnded(@ForAll("stories") List<Step> steps) {
    Storyteller story = new Storyteller();
    steps.forEach(story::tell);
    for (PositionKey position : Storyteller.POSITIONS) {
      Balance at = Balance.EMPTY;
      for (LedgerEntry entry : story.ledger(position)) {
        assertThat(entry.after().version()).isEqualTo(at.version() + 1);
        assertThat(entry.after().onHand()).isEqualTo(at.onHand() + entry.onHandDelta());
        assertThat(entry.after().reserved()).isEqualTo(at.reserved() + entry.reservedDelta());
        at = entry.after();
      }
      assertThat(story.balance(position)).isEqualTo(at);
    }
  }

  @Property
  void whatIsReservedIsTheSumOfActiveReservations(@ForAll("stories") List<Step> steps) {
    Storyteller story = new Storyteller();
    for (Step step : steps) {
      story.tell(step);
      for (PositionKey position : Storyteller.POSITIONS) {
        assertThat(story.balance(position).reserved()).isEqualTo(story.activelyReserved(position));
      }
    }
  }

  @Property
  void aTransferNeitherMakesNorLosesGoods(@ForAll("stories") List<Step> steps) {
    Storyteller story = new Storyteller();
    for (Step step : steps) {
      long before = story.onHandEverywhere() + story.inTransit();
      story.tell(step);
      if (step.verb() == Storyteller.Verb.SEND || step.verb() == Storyteller.Verb.ARRIVE) {
        assertThat(story.onHandEverywhere() + story.inTransit()).isEqualTo(before);
      }
    }
  }
}
