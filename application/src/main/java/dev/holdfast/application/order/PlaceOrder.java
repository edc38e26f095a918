package dev.holdfast.application.order;

import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.order.ChangeOrders.Request;
import dev.holdfast.application.stock.TimeOrderedIds;
import dev.holdfast.domain.fulfilment.sourcing.Alternative;
import dev.holdfast.domain.order.Delivery;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.order.StockOfOrder;
import dev.holdfast.domain.order.Transition;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.LineRefusal;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.OrderStore;
import dev.holdfast.storage.api.StockReader;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Places orders: plans from memory and holds exactly what was planned. When somebody was faster,
 * the refusal says what is really there, and the order is planned again with that. Blocks; for any
 * number of threads.
 *
 * <p>The same request places one order, however often it comes: its number is that of the request,
 * and the order knows the request that placed it.
 */
public final class PlaceOrder {
  /** Each costs a plan and a place in a batch; who loses five races in a row is told so. */
  static final int MAX_ATTEMPTS = 5;

  private final PlanOrder planning;
  private final OrderStore orders;
  private final TrueStock truth;
  private final Submission submission;
  private final LackOfStock lack;
  private final Clock clock;

  /**
   * @param lack hears of every order that is refused because stock is lacking
   */
  public PlaceOrder(
      PlanOrder planning,
      OrderStore orders,
      StockReader reader,
      CommandLanes lanes,
      LackOfStock lack,
      Clock clock) {
    this.planning = planning;
    this.orders = orders;
    this.truth = planning.truth(reader);
    this.submission = new Submission(lanes);
    this.lack = lack;
    this.clock = clock;
  }

  /**
   * An order as somebody wants it.
   *
   * @param number what it is to be called; null: it is given a number
   * @param reservation a shopper's, active, that the order takes over
   * @param lines each SKU once
   */
  public record Wanted(
      @Nullable String number,
      @Nullable Reservation reservation,
      List<OrderLine> lines,
      Delivery delivery) {
    /** What is held for it before it is placed. */
    List<Line> held() {
      return reservation == null ? List.of() : reservation.lines();
    }

    @Nullable UUID reservationId() {
      return reservation == null ? null : reservation.id();
    }
  }

  /** What became of a wish to place an order. */
  public sealed interface Answer {
    /**
     * It is placed.
     *
     * @param storeNanos how long the store took
     */
    record Placed(
        Order order, Instant createdAt, Instant updatedAt, boolean replayed, long storeNanos)
        implements Answer {}

    /** It cannot be shipped; nothing is held. */
    record CannotShip(List<PlanObstacle> obstacles, List<Alternative> alternatives)
        implements Answer {}

    /** The store refused: others were faster five times, or the reservation is over. */
    record Refused(Outcome.Refused refusal) implements Answer {}

    /** The store answered with something else than an outcome. */
    record Unsettled(CommandResult result) implements Answer {}
  }

  /** The order that this request has placed already; null when it has placed none. */
  public Answer.@Nullable Placed placed(Request request, @Nullable String number) {
    String called = number == null ? OrderNumbers.of(request, 0) : number;
    return placedAs(request, called);
  }

  /** Plans and holds; blocks. */
  public Answer place(Request request, Wanted wanted) {
    PlanQuestion question =
        PlanQuestion.of(request.client(), wanted.delivery(), wanted.lines()).holding(wanted.held());
    int taken = 0;
    Outcome.Refused last = null;
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      String number = wanted.number() == null ? OrderNumbers.of(request, taken) : wanted.number();
      OrderPlan plan = planning.surely(question, truth);
      if (!(plan instanceof OrderPlan.Planned planned)) {
        return unplanned(request, number, wanted, (OrderPlan.Impossible) plan);
      }
      Order order = order(request, number, wanted, planned);
      Submission.Result result = submission.submit(command(request, attempt, wanted, order));
      if (!(result.result() instanceof CommandResult.Settled settled)) {
        return new Answer.Unsettled(result.result());
      }
      if (settled.outcome() instanceof Outcome.Done done) {
        return settled.replayed()
            ? replayed(request, done, result.storeNanos())
            : new Answer.Placed(order, done.at(), done.at(), false, result.storeNanos());
      }
      last = (Outcome.Refused) settled.outcome();
      if (last.refusal() == Refusal.INSUFFICIENT_STOCK) {
        question = question.knowing(TrueStock.of(last));
      } else {
        Answer.Placed before = placedAs(request, number);
        boolean another = last.refusal() == Refusal.ORDER_EXISTS && wanted.number() == null;
        if (before != null || !another) {
          return before != null ? before : new Answer.Refused(last);
        }
        taken++;
      }
    }
    return lost(request, Objects.requireNonNull(last));
  }

  /** What cannot be planned any more may have been placed by this very request before. */
  private Answer unplanned(
      Request request, String number, Wanted wanted, OrderPlan.Impossible plan) {
    Answer.Placed before = placedAs(request, number);
    if (before != null) {
      return before;
    }
    for (OrderLine line : truth.lacking(request.client(), wanted.lines(), plan)) {
      lack.refused(request.client(), line.skuId(), 0, line.quantity());
    }
    return new Answer.CannotShip(plan.obstacles(), plan.alternatives());
  }

  private Answer lost(Request request, Outcome.Refused last) {
    for (LineRefusal line : last.lines()) {
      if (line.reason() == Refusal.INSUFFICIENT_STOCK) {
        PositionKey at = line.position();
        lack.refused(request.client(), at.skuId(), at.locationId(), line.requested());
      }
    }
    return new Answer.Refused(last);
  }

  private Answer.@Nullable Placed placedAs(Request request, String number) {
    OrderStore.Stored stored = orders.findByNumber(request.client(), number).orElse(null);
    if (stored == null) {
      return null;
    }
    Order order = OrderDocument.read(stored.row().document());
    return order.isMadeBy(request.mark())
        ? new Answer.Placed(order, stored.createdAt(), stored.updatedAt(), true, 0)
        : null;
  }

  private Order order(Request request, String number, Wanted wanted, OrderPlan.Planned plan) {
    Transition transition =
        Order.place(
            TimeOrderedIds.next(),
            number,
            wanted.delivery(),
            wanted.reservationId(),
            wanted.lines(),
            plan.shipments(),
            plan.notes(),
            clock.instant());
    if (!(transition instanceof Transition.Made made)) {
      throw new IllegalStateException("a plan that is none: " + transition);
    }
    return made.order().madeBy(request.mark());
  }

  private static ClientCommand command(Request request, int attempt, Wanted wanted, Order order) {
    UUID reservation = wanted.reservationId();
    List<UUID> takenOver = reservation == null ? List.of() : List.of(reservation);
    return new ClientCommand(
        request.client(),
        request.attempt(attempt),
        request.fingerprint(),
        request.actor(),
        request.note(),
        StockOfOrder.follow(null, order, takenOver, List.of()),
        OrderRows.of(order));
  }

  /** The store knew the key: the order that it then placed, as it is now. */
  private Answer replayed(Request request, Outcome.Done done, long storeNanos) {
    UUID id = Objects.requireNonNull(done.subject());
    OrderStore.Stored stored =
        orders
            .find(request.client(), id)
            .orElseThrow(() -> new IllegalStateException("order " + id + " is gone"));
    Order order = OrderDocument.read(stored.row().document());
    return new Answer.Placed(order, stored.createdAt(), stored.updatedAt(), true, storeNanos);
  }
}
