package dev.holdfast.application.order;

import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.StockOfOrder;
import dev.holdfast.domain.order.Transition;
import dev.holdfast.domain.order.Transition.Obstacle;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.domain.stock.StockCommand.Return;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.OrderStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes stored orders, and their stock with them: loads the order, makes the transition, derives
 * what happens to stock, and submits both as one command. When somebody else changed the order in
 * between, it is loaded and changed anew. Blocks; for any number of threads.
 *
 * <p>A request is known by its idempotency key and its fingerprint. One that has changed the order
 * already is answered with the order as it now is, also where the change would no longer be
 * possible.
 */
public final class ChangeOrders {
  /** Orders are seldom changed by two at once; five losses in a row are somebody's endless loop. */
  static final int MAX_ATTEMPTS = 5;

  private final OrderStore orders;
  private final Submission submission;

  public ChangeOrders(OrderStore orders, CommandLanes lanes) {
    this.orders = orders;
    this.submission = new Submission(lanes);
  }

  /**
   * Who wants a change.
   *
   * @param key the caller's idempotency key
   * @param fingerprint of the request, so that the key cannot be reused for another one
   * @param actor the number of the API key
   * @param note kept in every ledger entry of the change
   */
  public record Request(
      ClientId client, String key, UUID fingerprint, int actor, @Nullable String note) {
    /** A number that no other request of the client has. */
    long mark() {
      long mixed = key.hashCode() * 0x9e3779b97f4a7c15L;
      return mixed ^ fingerprint.getMostSignificantBits() ^ fingerprint.getLeastSignificantBits();
    }

    /** The key of a further attempt; attempts count from 0. */
    String attempt(int number) {
      return number == 0 ? key : key + '~' + number;
    }
  }

  /**
   * What a change makes of an order.
   *
   * @param returns goods that come back with it
   */
  public record Change(Transition transition, List<Return> returns) {
    /** A change by which nothing comes back. */
    public static Change of(Transition transition) {
      return new Change(transition, List.of());
    }
  }

  /** How an order is to be changed. */
  @FunctionalInterface
  public interface Wish {
    /** What becomes of an order as it is now; asked again where somebody else was faster. */
    Change of(Order order);

    /** Whether to try again after this refusal; by itself only where the order has changed. */
    default boolean again(Outcome.Refused refused) {
      return false;
    }
  }

  /** What became of a wish to change an order. */
  public sealed interface Answer {
    /**
     * The order as it is now.
     *
     * @param storeNanos how long the store took
     */
    record Changed(
        Order order, Instant createdAt, Instant updatedAt, boolean replayed, long storeNanos)
        implements Answer {}

    /** It cannot be changed so; the order as it is now. */
    record Impossible(Order order, Obstacle obstacle) implements Answer {}

    /** Its stock says no, such as a new plan that somebody else was faster than. */
    record Refused(Order order, Outcome.Refused refusal) implements Answer {}

    /** The client has no such order. */
    record Unknown() implements Answer {}

    /** The store answered with something else than an outcome. */
    record Unsettled(CommandResult result) implements Answer {}
  }

  /** Changes an order; blocks. */
  public Answer apply(Request request, UUID orderId, Wish wish) {
    Answer last = new Answer.Unknown();
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Optional<OrderStore.Stored> stored = orders.find(request.client(), orderId);
      if (stored.isEmpty()) {
        return new Answer.Unknown();
      }
      Instant createdAt = stored.get().createdAt();
      Order before = OrderDocument.read(stored.get().row().document());
      if (before.isMadeBy(request.mark())) {
        return new Answer.Changed(before, createdAt, stored.get().updatedAt(), true, 0);
      }
      Change wanted = wish.of(before);
      switch (wanted.transition()) {
        case Transition.Impossible no -> {
          return new Answer.Impossible(before, no.obstacle());
        }
        case Transition.Made made -> {
          Order after = oneStep(before, made.order()).madeBy(request.mark());
          last = submit(request, attempt, new Step(before, after, createdAt), wanted.returns());
        }
      }
      boolean again =
          last instanceof Answer.Refused refused
              && (refused.refusal().refusal() == Refusal.ORDER_CHANGED
                  || wish.again(refused.refusal()));
      if (!again) {
        return last;
      }
    }
    return last;
  }

  /** Several transitions may have been made in a row: they are one version all the same. */
  private static Order oneStep(Order before, Order after) {
    return after.version() == before.version() + 1
        ? after
        : new Order(
            after.id(),
            after.number(),
            before.version() + 1,
            after.delivery(),
            after.reservation(),
            after.notes(),
            after.lines(),
            after.shipments(),
            after.steps(),
            after.requests());
  }

  private record Step(Order before, Order after, Instant createdAt) {}

  private Answer submit(Request request, int attempt, Step step, List<Return> returns) {
    ClientCommand command =
        new ClientCommand(
            request.client(),
            request.attempt(attempt),
            request.fingerprint(),
            request.actor(),
            request.note(),
            StockOfOrder.follow(step.before(), step.after(), List.of(), returns),
            OrderRows.of(step.after()));
    Submission.Result result = submission.submit(command);
    if (!(result.result() instanceof CommandResult.Settled settled)) {
      return new Answer.Unsettled(result.result());
    }
    return switch (settled.outcome()) {
      case Outcome.Refused refused -> new Answer.Refused(step.before(), refused);
      case Outcome.Done done ->
          settled.replayed()
              ? current(request, step, result.storeNanos())
              : new Answer.Changed(
                  step.after(), step.createdAt(), done.at(), false, result.storeNanos());
    };
  }

  /** What this request made of it is long ago: others may have changed it since. */
  private Answer current(Request request, Step step, long storeNanos) {
    return orders
        .find(request.client(), step.after().id())
        .<Answer>map(stored ->
            new Answer.Changed(
                OrderDocument.read(stored.row().document()),
                stored.createdAt(),
                stored.updatedAt(),
                true,
                storeNanos))
        .orElseGet(Answer.Unknown::new);
  }
}
