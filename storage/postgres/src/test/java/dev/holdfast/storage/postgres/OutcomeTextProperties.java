package dev.holdfast.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.LineRefusal;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is answered to a repeated command is what was answered at first, to the last digit. */
final class OutcomeTextProperties {
  private static Arbitrary<Instant> instants() {
    Arbitrary<Long> micros = Arbitraries.longs().between(0, 9_000_000_000_000_000L);
    return micros.map(
        at -> Instant.ofEpochSecond(at / 1_000_000, Math.floorMod(at, 1_000_000) * 1_000L));
  }

  private static Arbitrary<PositionKey> positions() {
    return Arbitraries.longs().greaterOrEqual(1).map(PositionKey::new);
  }

  @Provide
  Arbitrary<Outcome> done() {
    Arbitrary<Long> number = Arbitraries.longs();
    Arbitrary<Balance> balance =
        Combinators.combine(number, number, number, number, number).as(Balance::new);
    Arbitrary<UUID> subject = Combinators.combine(number, number).as(UUID::new);
    Arbitrary<List<Outcome.AppliedLine>> lines =
        Combinators.combine(positions(), number, balance).as(Outcome.AppliedLine::new).list();
    return Combinators.combine(
            instants(), subject.injectNull(0.3), instants().injectNull(0.3), lines)
        .as(Outcome.Done::new);
  }

  @Provide
  Arbitrary<Outcome> refused() {
    Arbitrary<Long> number = Arbitraries.longs();
    Arbitrary<Refusal> reason = Arbitraries.of(Refusal.values());
    Arbitrary<List<LineRefusal>> lines =
        Combinators.combine(
                Arbitraries.integers().between(0, 499), positions(), number, number, number, reason)
            .as(LineRefusal::new)
            .list();
    return Combinators.combine(instants(), reason, lines).as(Outcome.Refused::new);
  }

  @Property
  void whatWasDoneIsReadAsItWasWritten(@ForAll("done") Outcome outcome) {
    assertThat(OutcomeText.read(OutcomeText.write(outcome))).isEqualTo(outcome);
  }

  @Property
  void whatWasRefusedIsReadAsItWasWritten(@ForAll("refused") Outcome outcome) {
    assertThat(OutcomeText.read(OutcomeText.write(outcome))).isEqualTo(outcome);
  }

  @Example
  void aRefusalWithoutLinesIsReadAsItWasWritten() {
    Outcome outcome =
        new Outcome.Refused(
            Instant.parse("2026-03-01T12:00:00.123456Z"), Refusal.NOT_FOUND, List.of());

    assertThat(OutcomeText.read(OutcomeText.write(outcome))).isEqualTo(outcome);
  }
}
