package dev.holdfast.domain.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.sourcing.Combinations.Combination;
import dev.holdfast.domain.fulfilment.sourcing.Sourcing.Effort;
import dev.holdfast.domain.fulfilment.sourcing.Sourcing.Sourced;
import dev.holdfast.domain.fulfilment.sourcing.Sourcing.Unsourced;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which locations ship what of an order at the least total cost: carriage as the price
 * function has it, bonuses and prices of locations, the opportunity cost of the stock taken, and a
 * price per shipment after the first. Exact for orders of up to {@link BlockTable#MAX_PIECES}
 * pieces; larger ones are bundled first and their plan says that it is not proven.
 *
 * <p>A line is split over locations only where no single open one has enough of it; {@link
 * SplitOptions} has the rule. One location sends one shipment, unless class rules forbid that.
 *
 * <p>Of equally dear plans one with the fewest shipments wins, then the one found first; as lines
 * are sorted by SKU and locations by code before, the same order always gets the same plan.
 */
public final class Sourcer {
  private Sourcer() {}

  /**
   * The plan of an order, or what makes it impossible. A price below its own floor costs the plan
   * its proof.
   */
  public static <D> Sourcing<D> source(SourcingOrder order, ShipmentPrice<D> price) {
    List<Part> lines = Question.sorted(order);
    List<Obstacle> against = Obstacles.ofRules(order, lines);
    if (!against.isEmpty()) {
      return new Unsourced<>(against, List.of(), new Effort(0, 0, 0));
    }
    Question<D> question = Question.of(order, lines, price);
    PriceMemo<D> prices = new PriceMemo<>(question);
    Best best = new Best(Set.of());
    against = Obstacles.ofStock(question);
    Reasons<D> reasons = new Reasons<>(question, prices);
    if (!against.isEmpty()) {
      return new Unsourced<>(against, reasons.ofShut(), effort(best, prices));
    }
    Combinations combinations = Combinations.of(question);
    search(question, combinations, prices, best);
    if (!best.found()) {
      against = new Obstacles<>(question, prices).ofSearch(combinations, best.proven);
      return new Unsourced<>(against, reasons.ofShut(), effort(best, prices));
    }
    List<Alternative> alternatives = new ArrayList<>(reasons.ofPlaces(best));
    alternatives.addAll(runnersUp(question, combinations, prices, best, reasons));
    return plan(question, combinations, prices, best, alternatives);
  }

  static <D> void search(
      Question<D> question, Combinations combinations, PriceMemo<D> prices, Best best) {
    for (Combination combination : combinations.all()) {
      if (combination.floor() >= best.cost) {
        break;
      }
      new PlanSearch<>(question, combination.pieces(), prices, best).run();
    }
  }

  private static <D> List<Alternative> runnersUp(
      Question<D> question,
      Combinations combinations,
      PriceMemo<D> prices,
      Best best,
      Reasons<D> reasons) {
    List<Alternative> found = new ArrayList<>();
    Set<BitSet> known = new HashSet<>();
    known.add(best.places());
    for (int place = 0; place < question.places.size(); place++) {
      BitSet alone = new BitSet();
      alone.set(place);
      known.add(alone);
    }
    for (int i = 0; i < question.terms.runnersUp(); i++) {
      Best next = new Best(known);
      search(question, combinations, prices, next);
      best.rounds += next.rounds;
      best.floors += next.floors;
      if (!next.found()) {
        break;
      }
      known.add(next.places());
      found.add(reasons.dearer(next, best));
    }
    return found;
  }

  private static <D> Sourcing<D> plan(
      Question<D> question,
      Combinations combinations,
      PriceMemo<D> prices,
      Best best,
      List<Alternative> alternatives) {
    List<Shipment<D>> shipments = new ArrayList<>();
    for (Best.Block block : best.blocks) {
      shipments.add(shipment(question, prices, block));
    }
    shipments.sort(
        Comparator.comparing((Shipment<D> shipment) -> shipment.location())
            .thenComparing(shipment -> shipment.parts().getFirst().goods().sku()));
    long splits = question.terms.splitMinor() * (shipments.size() - 1);
    boolean proven = best.proven && combinations.complete();
    return new Sourced<>(shipments, splits, proven, alternatives, effort(best, prices));
  }

  private static <D> Shipment<D> shipment(
      Question<D> question, PriceMemo<D> prices, Best.Block block) {
    if (!(prices.price(block.place(), block.pieces())
        instanceof ShipmentQuote.Priced<D>(long minor, var arrival, D dispatch))) {
      throw new IllegalStateException("a plan with a shipment that cannot be sent");
    }
    Question.Place<D> from = question.places.get(block.place());
    long missed = 0;
    for (Piece piece : block.pieces()) {
      missed += question.opportunity(block.place(), piece);
    }
    List<Part> parts = PriceMemo.parts(block.pieces());
    return new Shipment<>(from.location, parts, minor, from.adjustment, missed, arrival, dispatch);
  }

  private static Effort effort(Best best, PriceMemo<?> prices) {
    return new Effort(best.floors, prices.asked(), best.rounds);
  }
}
