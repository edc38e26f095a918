package dev.holdfast.bench.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bench.drill.Attempt.Amount;
import dev.holdfast.bench.drill.Attempt.Kind;
import dev.holdfast.bench.drill.Attempt.Position;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptTest {
  private final Attempt attempt =
      Attempt.of(Kind.RESERVE, List.of(new Amount(new Position("S", "L"), 2)));

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503})
  void anAnswerThatLeavesTheOutcomeOpenDoesNotSettle(int status) {
    assertThat(attempt.answered(Answers.problem(status, "outcome-unknown"))).isFalse();
    assertThat(attempt.isOpen()).isTrue();
    assertThat(attempt.isDone() || attempt.isRefused() || attempt.isNonsense()).isFalse();
  }

  @Test
  void doneRefusedAndNonsenseSettle() {
    assertThat(attempt.answered(Answers.made("r-1"))).isTrue();
    assertThat(attempt.isDone()).isTrue();
    assertThat(attempt.subject()).isEqualTo("r-1");

    attempt.answered(Answers.problem(409, "insufficient-stock"));
    assertThat(attempt.isRefused()).isTrue();
    assertThat(attempt.isNonsense()).isFalse();

    attempt.answered(Answers.problem(404, "not-found"));
    assertThat(attempt.isNonsense()).isTrue();
  }

  @Test
  void theSameKeyMustTellTheSameReservationAgain() {
    attempt.answered(Answers.made("r-1"));

    assertThat(attempt.isToldAgainBy(Answers.again(Answers.made("r-1")))).isTrue();
    assertThat(attempt.isToldAgainBy(Answers.again(Answers.made("r-2")))).isFalse();
    assertThat(attempt.isToldAgainBy(Answers.problem(409, "insufficient-stock"))).isFalse();
  }

  @Test
  void aSaleThatIsDoneAnewInsteadOfRepeatedWasLost() {
    attempt.answered(Answers.done());

    assertThat(attempt.isToldAgainBy(Answers.done())).isFalse();
    assertThat(attempt.isToldAgainBy(Answers.again(Answers.done()))).isTrue();
  }

  @Test
  void aRepeatedAnswerSaysThatItWasDecidedAtAnEarlierTry() {
    attempt.answered(Answers.problem(503, "outcome-unknown"));
    attempt.answered(Answers.again(Answers.made("r-1")));

    assertThat(attempt.wasDecidedBefore()).isTrue();
  }

  @Test
  void aMovementCarriesItsKeyIntoTheLedgerAndASettlementNamesItsReservation() {
    attempt.answered(Answers.made("r-1"));
    Attempt sale = Attempt.of(Kind.SELL, List.of(new Amount(new Position("S", "L"), 2)));

    assertThat(sale.path()).isEqualTo("/v1/sales");
    assertThat(sale.json()).contains(sale.key()).contains("\"quantity\":2");
    assertThat(Attempt.on(Kind.CONFIRM, attempt).path()).isEqualTo("/v1/reservations/r-1/confirm");
  }
}
