package dev.holdfast.application.order;

import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.order.ChangeOrders.Request;
import dev.holdfast.application.stock.TimeOrderedIds;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.StockReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says what would happen to an order, and holds its stock for a while where that is asked: by one
 * plain reservation, which an order may take over. Blocks.
 */
public final class PromiseOrder {
  /** How long a promise without a hold is worth repeating: prices and stock move on. */
  static final Duration WORTH = Duration.ofMinutes(15);

  /** For a person who reads why. */
  private static final int RUNNERS_UP = 2;

  private final PlanOrder planning;
  private final TrueStock truth;
  private final Submission submission;
  private final Clock clock;

  public PromiseOrder(PlanOrder planning, StockReader reader, CommandLanes lanes, Clock clock) {
    this.planning = planning;
    this.truth = planning.truth(reader);
    this.submission = new Submission(lanes);
    this.clock = clock;
  }

  /** What is said to somebody who asks. */
  public sealed interface Answer {
    /**
     * It can be had so.
     *
     * @param hold the reservation that holds it; null where none was asked for
     */
    record Possible(OrderPlan.Planned plan, Instant validUntil, @Nullable UUID hold)
        implements Answer {}

    /** It cannot be had. */
    record Impossible(OrderPlan.Impossible plan, Instant asOf) implements Answer {}

    /** Others were faster five times. */
    record Refused(Outcome.Refused refusal) implements Answer {}

    /** The store answered with something else than an outcome. */
    record Unsettled(CommandResult result) implements Answer {}
  }

  /**
   * What would happen.
   *
   * @param hold for how long its stock is to be held; null for not at all
   */
  public Answer promise(Request request, PlanQuestion wanted, @Nullable Duration hold) {
    PlanQuestion question = wanted.explaining(RUNNERS_UP);
    Outcome.Refused last = null;
    for (int attempt = 0; attempt < PlaceOrder.MAX_ATTEMPTS; attempt++) {
      OrderPlan plan = planning.surely(question, truth);
      if (!(plan instanceof OrderPlan.Planned planned)) {
        return new Answer.Impossible((OrderPlan.Impossible) plan, clock.instant());
      }
      if (hold == null) {
        return new Answer.Possible(planned, valid(planned, clock.instant().plus(WORTH)), null);
      }
      CommandResult result = submission.submit(held(request, attempt, planned, hold)).result();
      if (!(result instanceof CommandResult.Settled settled)) {
        return new Answer.Unsettled(result);
      }
      if (settled.outcome() instanceof Outcome.Done done) {
        Instant until = done.expiresAt() == null ? done.at() : done.expiresAt();
        return new Answer.Possible(planned, valid(planned, until), done.subject());
      }
      last = (Outcome.Refused) settled.outcome();
      if (last.refusal() != Refusal.INSUFFICIENT_STOCK) {
        break;
      }
      question = question.knowing(TrueStock.of(last));
    }
    return new Answer.Refused(Objects.requireNonNull(last));
  }

  /** A promise is over with the first cut-off that it counts on. */
  private static Instant valid(OrderPlan.Planned plan, Instant until) {
    return plan.shipments().stream()
        .map(one -> one.carriage().shipBy())
        .filter(shipBy -> shipBy.isBefore(until))
        .min(Instant::compareTo)
        .orElse(until);
  }

  private static ClientCommand held(
      Request request, int attempt, OrderPlan.Planned plan, Duration hold) {
    List<Line> lines =
        plan.shipments().stream().flatMap(shipment -> shipment.lines().stream()).toList();
    return new ClientCommand(
            request.client(),
            request.attempt(attempt),
            request.fingerprint(),
            request.actor(),
            request.note(),
            new ReserveStock(TimeOrderedIds.next(), lines, hold))
        .asTrial();
  }
}
