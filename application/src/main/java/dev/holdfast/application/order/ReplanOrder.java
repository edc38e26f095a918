package dev.holdfast.application.order;

import dev.holdfast.application.order.ChangeOrders.Change;
import dev.holdfast.application.order.ChangeOrders.Request;
import dev.holdfast.application.order.ChangeOrders.Wish;
import dev.holdfast.domain.fulfilment.sourcing.Alternative;
import dev.holdfast.domain.order.Delivery;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.order.Preferences;
import dev.holdfast.domain.order.ShipTo;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.order.Transition;
import dev.holdfast.domain.order.Transition.Obstacle;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.storage.api.StockReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plans an order again before it is released, with other lines or another delivery where they are
 * given. The new plan may use what the old one holds; both change hands in one transaction. Blocks.
 */
public final class ReplanOrder {
  private final PlanOrder planning;
  private final TrueStock truth;
  private final ChangeOrders changes;
  private final Clock clock;

  public ReplanOrder(PlanOrder planning, StockReader reader, ChangeOrders changes, Clock clock) {
    this.planning = planning;
    this.truth = planning.truth(reader);
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * What is to be different; null: as it is.
   *
   * @param version that somebody looked at when they decided; the change is refused at another one
   */
  public record Edit(
      @Nullable Long version,
      @Nullable List<OrderLine> lines,
      @Nullable Day promised,
      @Nullable ShipTo shipTo,
      @Nullable Preferences preferences) {
    /** The same order, planned anew. */
    public static final Edit NONE = new Edit(null, null, null, null, null);

    /** A line that was there keeps its price where nobody says another. */
    List<OrderLine> lines(List<OrderLine> old) {
      if (lines == null) {
        return old;
      }
      Map<Long, OrderLine> before = new HashMap<>();
      old.forEach(line -> before.put(line.skuId(), line));
      return lines.stream()
          .map(line -> line.pricedLike(before.getOrDefault(line.skuId(), line)))
          .toList();
    }

    Delivery of(Delivery old) {
      return new Delivery(
          shipTo == null ? old.to() : shipTo,
          promised == null ? old.promised() : promised.date(),
          preferences == null ? old.preferences() : preferences);
    }
  }

  /** A day that is promised, or with null that none is. */
  public record Day(@Nullable LocalDate date) {}

  /** What became of a wish to plan an order again. */
  public sealed interface Answer {
    /** It was decided. */
    record Decided(ChangeOrders.Answer answer) implements Answer {}

    /** The order as it would be cannot be shipped; it stays as it is. */
    record CannotShip(List<PlanObstacle> obstacles, List<Alternative> alternatives)
        implements Answer {}

    /** The order is at another version than the one that somebody looked at. */
    record Stale(Order order) implements Answer {}
  }

  /** Plans an order again; blocks. */
  public Answer replan(Request request, UUID orderId, Edit edit) {
    Attempt attempt = new Attempt(request, edit);
    ChangeOrders.Answer answer = changes.apply(request, orderId, attempt);
    return attempt.instead != null && answer instanceof ChangeOrders.Answer.Impossible
        ? attempt.instead
        : new Answer.Decided(answer);
  }

  /** Remembers what refusals told, from one attempt to the next. */
  private final class Attempt implements Wish {
    private final Request request;
    private final Edit edit;
    private final Map<PositionKey, Long> known = new HashMap<>();
    private @Nullable Answer instead;

    Attempt(Request request, Edit edit) {
      this.request = request;
      this.edit = edit;
    }

    @Override
    public Change of(Order order) {
      instead = null;
      Obstacle obstacle = order.obstacleToReplan();
      if (obstacle != null) {
        return Change.of(new Transition.Impossible(obstacle));
      }
      if (edit.version() != null && edit.version() != order.version()) {
        return unchanged(new Answer.Stale(order));
      }
      Delivery delivery = edit.of(order.delivery());
      List<OrderLine> lines = edit.lines(order.lines());
      PlanQuestion question =
          PlanQuestion.of(request.client(), delivery, lines).holding(held(order)).knowing(known);
      return switch (planning.surely(question, truth)) {
        case OrderPlan.Impossible none ->
            unchanged(new Answer.CannotShip(none.obstacles(), none.alternatives()));
        case OrderPlan.Planned plan ->
            Change.of(
                order.replan(delivery, lines, plan.shipments(), plan.notes(), clock.instant()));
      };
    }

    private Change unchanged(Answer why) {
      instead = why;
      return Change.of(new Transition.Impossible(Obstacle.NOT_NOW));
    }

    @Override
    public boolean again(Outcome.Refused refused) {
      known.putAll(TrueStock.of(refused));
      return refused.refusal() == Refusal.INSUFFICIENT_STOCK;
    }
  }

  private static List<Line> held(Order order) {
    return order.shipments().stream()
        .filter(one -> one.state().holdsStock())
        .map(Shipment::lines)
        .flatMap(List::stream)
        .toList();
  }
}
