package dev.holdfast.bench.drill;

import dev.holdfast.bench.drill.Attempt.Amount;
import dev.holdfast.bench.drill.Attempt.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the store must hold if every settled answer is true and nothing else happened: the balance
 * of every position, the state of every reservation, and how often each key stands in the ledger.
 */
final class Expected {
  private final Map<Position, Balance> positions = new HashMap<>();
  private final Map<String, String> reservations = new HashMap<>();
  private long endedTwice;

  /**
   * @param opening what was on hand at every position before the first attempt
   * @param attempts all attempts, each settled
   */
  Expected(Map<Position, Long> opening, List<Attempt> attempts) {
    opening.forEach((position, units) -> positions.put(position, new Balance(units, 0)));
    attempts.stream().filter(Attempt::isDone).forEach(this::apply);
  }

  /** Units on hand and reserved. */
  record Balance(long onHand, long reserved) {}

  /** The balance of every position. */
  Map<Position, Balance> positions() {
    return positions;
  }

  /** The state of every reservation, by its id. */
  Map<String, String> reservations() {
    return reservations;
  }

  /** Reservations of which both a confirmation and a release were acknowledged. */
  long endedTwice() {
    return endedTwice;
  }

  private void apply(Attempt attempt) {
    switch (attempt.kind()) {
      case RESERVE, ORDER -> attempt.claims().forEach(this::hold);
      case CONFIRM -> end(attempt, "confirmed");
      case RELEASE, CANCEL -> end(attempt, "released");
      case SELL -> move(attempt.amounts(), -1, 0);
      case RECEIVE -> move(attempt.amounts(), 1, 0);
    }
  }

  private void hold(Claim claim) {
    reservations.putIfAbsent(claim.reservation(), "active");
    move(claim.amounts(), 0, 1);
  }

  private void end(Attempt attempt, String state) {
    Attempt made = attempt.reservation();
    List<Claim> claims = made == null ? List.of() : made.claims();
    claims.forEach(claim -> end(claim, state));
  }

  /** Saying the same twice is harmless, whether it is done or refused; it moves nothing again. */
  private void end(Claim claim, String state) {
    String before = reservations.put(claim.reservation(), state);
    if (before == null || before.equals("active")) {
      move(claim.amounts(), state.equals("confirmed") ? -1 : 0, -1);
    } else if (!before.equals(state)) {
      endedTwice++;
    }
  }

  private void move(List<Amount> amounts, int onHand, int reserved) {
    for (Amount amount : amounts) {
      positions.merge(
          amount.position(),
          new Balance(onHand * amount.units(), reserved * amount.units()),
          (was, by) -> new Balance(was.onHand + by.onHand, was.reserved + by.reserved));
    }
  }
}
