package dev.holdfast.application.order;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.Delivery;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be planned, and what is known of stock beyond this node's memory.
 *
 * @param lines each SKU once
 * @param own what is held for it already and given back by the same change, smallest units
 * @param known what can really be had, where memory was wrong; what is held for it included
 * @param without positions that ship none of it
 * @param runnersUp how many of the next best plans are explained
 */
public record PlanQuestion(
    ClientId client,
    Delivery delivery,
    List<OrderLine> lines,
    Map<PositionKey, Long> own,
    Map<PositionKey, Long> known,
    Set<PositionKey> without,
    int runnersUp) {
  /** Copies its collections. */
  public PlanQuestion {
    lines = List.copyOf(lines);
    own = Map.copyOf(own);
    known = Map.copyOf(known);
    without = Set.copyOf(without);
  }

  /** A new order. */
  public static PlanQuestion of(ClientId client, Delivery delivery, List<OrderLine> lines) {
    return new PlanQuestion(client, delivery, lines, Map.of(), Map.of(), Set.of(), 0);
  }

  /** The same, where so much is held for it already. */
  public PlanQuestion holding(List<Line> held) {
    Map<PositionKey, Long> sums = new HashMap<>(own);
    held.forEach(line -> sums.merge(line.position(), line.quantity(), Long::sum));
    return new PlanQuestion(client, delivery, lines, sums, known, without, runnersUp);
  }

  /** The same, knowing what can really be had. */
  public PlanQuestion knowing(Map<PositionKey, Long> learnt) {
    Map<PositionKey, Long> all = new HashMap<>(known);
    all.putAll(learnt);
    return new PlanQuestion(client, delivery, lines, own, all, without, runnersUp);
  }

  /** The same, where nothing is taken from these. */
  public PlanQuestion avoiding(Set<PositionKey> positions) {
    return new PlanQuestion(client, delivery, lines, own, known, positions, runnersUp);
  }

  /** The same, with so many of the next best plans explained. */
  public PlanQuestion explaining(int others) {
    return new PlanQuestion(client, delivery, lines, own, known, without, others);
  }
}
