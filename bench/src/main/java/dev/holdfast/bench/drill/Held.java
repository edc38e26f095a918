package dev.holdfast.bench.drill;

import dev.holdfast.bench.drill.Attempt.Position;
import java.util.List;
import java.util.Map;

/**
 * What the store holds after a drill.
 *
 * @param balances every position that was asked for
 * @param reservations the state of every reservation of the client, by its id
 * @param entries every ledger entry of those positions
 */
record Held(
    Map<Position, Expected.Balance> balances,
    Map<String, String> reservations,
    List<Entry> entries) {

  /**
   * One ledger entry.
   *
   * @param kind what moved, such as {@code reserved}
   * @param subject the reservation concerned; empty if none
   * @param reason why it moved; shoppers put their keys here
   * @param after the balance that it left
   */
  record Entry(
      Position position, String kind, String subject, String reason, Expected.Balance after) {}
}
