package dev.holdfast.bench.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bench.drill.Attempt.Amount;
import dev.holdfast.bench.drill.Attempt.Kind;
import dev.holdfast.bench.drill.Attempt.Position;
import dev.holdfast.bench.drill.Expected.Balance;
import dev.holdfast.bench.drill.Held.Entry;
import dev.holdfast.bench.instance.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * One story, told truthfully by the store or not: 100 on hand; 3 reserved and confirmed, 2 reserved
 * and released, 4 reserved, 5 sold, 6 received, and one sale refused.
 */
class VerdictTest {
  private static final Position SHELF = new Position("S", "L");

  private final Attempt confirmed = made(Kind.RESERVE, 3, Answers.made("r-confirmed"));
  private final Attempt released = made(Kind.RESERVE, 2, Answers.made("r-released"));
  private final Attempt active = made(Kind.RESERVE, 4, Answers.made("r-active"));
  private final Attempt sold = made(Kind.SELL, 5, Answers.done());
  private final Attempt received = made(Kind.RECEIVE, 6, Answers.done());
  private final Attempt refused = made(Kind.SELL, 900, Answers.problem(409, "not-on-hand"));
  private final List<Attempt> attempts =
      new ArrayList<>(
          List.of(
              confirmed,
              released,
              active,
              sold,
              received,
              refused,
              on(Kind.CONFIRM, confirmed),
              on(Kind.RELEASE, released)));

  private final Map<Position, Balance> balances = new HashMap<>(Map.of(SHELF, new Balance(98, 4)));
  private final Map<String, String> reservations =
      new HashMap<>(
          Map.of(
              "r-confirmed", "confirmed",
              "r-released", "released",
              "r-active", "active"));
  private final List<Entry> entries =
      new ArrayList<>(
          List.of(
              entry("reserved", "r-confirmed", ""),
              entry("reserved", "r-released", ""),
              entry("reserved", "r-active", ""),
              entry("sold", "", sold.key()),
              entry("received", "", received.key())));
  private final Verdict verdict = new Verdict();

  @Test
  void aTruthfulStoreIsCleared() {
    judge();

    assertThat(verdict.sentences()).isEmpty();
    assertThat(findings()).containsExactly(0L, 0L, 0L, 0L);
  }

  @Test
  void aMissingReservationIsLost() {
    reservations.remove("r-active");
    judge();
    assertThat(verdict.lost()).isOne();
  }

  @Test
  void aConfirmationThatWasForgottenIsLost() {
    reservations.put("r-confirmed", "active");
    judge();
    assertThat(verdict.lost()).isOne();
  }

  @Test
  void aSaleWithoutALedgerEntryIsLost() {
    entries.removeIf(entry -> entry.reason().equals(sold.key()));
    judge();
    assertThat(verdict.lost()).isOne();
  }

  @Test
  void aReservationThatNobodyWasToldOfIsAppliedTwice() {
    reservations.put("r-again", "active");
    judge();
    assertThat(verdict.twice()).isOne();
  }

  @Test
  void aSaleThatIsTwiceInTheLedgerIsAppliedTwice() {
    entries.add(entry("sold", "", sold.key()));
    judge();
    assertThat(verdict.twice()).isOne();
  }

  @Test
  void aRefusedSaleThatIsInTheLedgerIsAppliedTwice() {
    entries.add(entry("sold", "", refused.key()));
    judge();
    assertThat(verdict.twice()).isOne();
  }

  @Test
  void aReservationThatEndedBothWaysIsAppliedTwice() {
    attempts.add(on(Kind.RELEASE, confirmed));
    reservations.put("r-confirmed", "released");
    judge();
    assertThat(verdict.twice()).isOne();
    assertThat(findings()).containsExactly(0L, 0L, 1L, 0L);
  }

  @Test
  void moreReservedThanOnHandIsOversold() {
    entries.set(2, new Entry(SHELF, "reserved", "r-active", "", new Balance(3, 4)));
    judge();
    assertThat(verdict.oversold()).isOne();
  }

  @Test
  void aBalanceThatIsNotTheSumOfAllAnswersIsMisplaced() {
    balances.put(SHELF, new Balance(97, 6));
    judge();
    assertThat(verdict.misplaced()).isEqualTo(3);
  }

  @Test
  void anAnswerThatChangedIsLost() {
    verdict.toldDifferently(active, "404");
    assertThat(verdict.lost()).isOne();
    assertThat(verdict.sentences().getFirst()).contains(active.key());
  }

  @Test
  void aCancelledOrderHoldsNothing() {
    Attempt order = made(Kind.ORDER, 3, Answers.placed("s-1", "S", "L", 3));
    attempts.addAll(List.of(order, on(Kind.CANCEL, order)));
    entries.add(entry("reserved", "s-1", ""));
    reservations.put("s-1", "released");
    judge();
    assertThat(findings()).containsExactly(0L, 0L, 0L, 0L);
  }

  @Test
  void anOrderWhoseShipmentHoldsNothingIsLost() {
    attempts.add(made(Kind.ORDER, 3, Answers.placed("s-1", "S", "L", 3)));
    entries.add(entry("reserved", "s-1", ""));
    reservations.put("s-1", "released");
    judge();
    assertThat(findings()).containsExactly(1L, 0L, 0L, 3L);
  }

  private void judge() {
    verdict.compare(
        new Held(balances, reservations, entries),
        new Expected(Map.of(SHELF, 100L), attempts),
        attempts);
  }

  private List<Long> findings() {
    return List.of(verdict.lost(), verdict.oversold(), verdict.twice(), verdict.misplaced());
  }

  private static Attempt made(Kind kind, long units, Reply answer) {
    Attempt attempt = Attempt.of(kind, List.of(new Amount(SHELF, units)));
    attempt.answered(answer);
    return attempt;
  }

  private static Attempt on(Kind kind, Attempt reservation) {
    Attempt attempt = Attempt.on(kind, reservation);
    attempt.answered(Answers.done());
    return attempt;
  }

  private static Entry entry(String kind, String subject, String reason) {
    return new Entry(SHELF, kind, subject, reason, new Balance(98, 4));
  }
}
