package dev.holdfast.server.http.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.order.ChangeOrders;
import dev.holdfast.application.order.ChangeOrders.Request;
import dev.holdfast.application.order.PlanObstacle;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.fulfilment.sourcing.Alternative;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.Transition.Obstacle;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Failures;
import dev.holdfast.server.http.IdempotencyKeys;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.stock.Refusals;
import dev.holdfast.storage.api.CommandResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who asks for an order to be changed, and what they are told. Answers from any thread. */
public final class OrderDesk {
  private final CommandLanes lanes;
  private final CatalogueDirectory directory;
  private final OrderJson json;

  public OrderDesk(CommandLanes lanes, CatalogueDirectory directory, OrderJson json) {
    this.lanes = lanes;
    this.directory = directory;
    this.json = json;
  }

  /** The request of an exchange. */
  public static Request request(Exchange exchange, @Nullable String note) {
    return new Request(
        exchange.principal().client(),
        IdempotencyKeys.of(exchange.request()),
        IdempotencyKeys.fingerprint(exchange.request(), exchange.bodyBytes()),
        exchange.principal().keyId(),
        note);
  }

  /** Answers with what became of a change. */
  public void answer(Exchange exchange, ChangeOrders.Answer answer) {
    switch (answer) {
      case ChangeOrders.Answer.Changed done -> {
        exchange.storeTook(done.storeNanos());
        order(exchange, 200, done.order(), done.createdAt(), done.updatedAt(), done.replayed());
      }
      case ChangeOrders.Answer.Impossible no ->
          throw new ApiException(impossible(no.order(), no.obstacle()));
      case ChangeOrders.Answer.Refused no -> throw refused(exchange, no.refusal());
      case ChangeOrders.Answer.Unknown none ->
          throw new ApiException(Problem.notFound("There is no such order"));
      case ChangeOrders.Answer.Unsettled none -> throw unsettled(none.result());
    }
  }

  void order(
      Exchange exchange,
      int status,
      Order order,
      Instant createdAt,
      Instant updatedAt,
      boolean replayed) {
    ClientId client = exchange.principal().client();
    ObjectNode body = json.order(client, order, createdAt, updatedAt);
    exchange.onLoop(() -> {
      if (replayed) {
        exchange.request().response().putHeader("Idempotency-Replayed", "true");
      }
      exchange.json(status, body);
    });
  }

  /** The store's refusal as a problem. */
  public ApiException refused(Exchange exchange, Outcome.Refused refusal) {
    return new ApiException(Refusals.problem(refusal, exchange.principal().client(), directory));
  }

  /** What the store left open as a problem. */
  public ApiException unsettled(CommandResult result) {
    return new ApiException(
        switch (result) {
          case CommandResult.KeyReused reused -> IdempotencyKeys.reused();
          case CommandResult.Unknown unknown -> Failures.unknown();
          default -> lanes.isStoreAway() ? Failures.unavailable() : Failures.overloaded();
        });
  }

  static ApiException cannotShip(List<PlanObstacle> obstacles, List<Alternative> alternatives) {
    Problem problem =
        Problem.of(
            409,
            "cannot-be-shipped",
            "The order cannot be shipped",
            "Nothing is held. " + obstacles.getFirst().sentence());
    PlanJson.obstacles(obstacles, problem.extra().putArray("obstacles"));
    PlanJson.alternatives(alternatives, problem.extra().putArray("alternatives"));
    return new ApiException(problem);
  }

  static ApiException stale(Order order) {
    Problem problem =
        Problem.of(
            409,
            Refusal.ORDER_CHANGED.code(),
            "The order has changed meanwhile",
            "Somebody changed it first and nothing was done. GET the order, and ask again with"
                + " its version if you still want the change.");
    problem.extra().put("version", order.version());
    return new ApiException(problem);
  }

  /** Why an order cannot be changed so, and what can be done instead. */
  public static Problem impossible(Order order, Obstacle obstacle) {
    return switch (obstacle) {
      case NO_SUCH_SHIPMENT -> field("shipment", "is none of this order; GET the order lists them");
      case MORE_THAN_SENT ->
          field("lines", "bring back more than was sent and has not come back yet");
      case PLAN_DOES_NOT_FIT ->
          throw new IllegalStateException("a plan that does not fit " + order.number());
      default -> notNow(order);
    };
  }

  private static Problem field(String name, String mend) {
    return Problem.invalid(List.of(new Violation(name, mend)));
  }

  private static Problem notNow(Order order) {
    OrderState state = order.state();
    boolean left =
        order.shipments().stream()
            .anyMatch(
                one -> one.state() == OrderState.SHIPPED || one.state() == OrderState.DELIVERED);
    List<String> possible =
        left
            ? List.of("return")
            : switch (state) {
              case PLACED -> List.of("change", "replan", "release", "cancel");
              case RELEASED, PICKING, PACKED -> List.of("cancel");
              case SHIPPED, DELIVERED -> List.of("return");
              case CANCELLED, RETURNED -> List.of();
            };
    String mend =
        possible.isEmpty()
            ? "Nothing more can be done with it; place a new order."
            : "Now you can: " + String.join(", ", possible) + ".";
    Problem problem =
        Problem.of(
            409,
            "not-now",
            "Not in this state",
            "Order "
                + order.number()
                + " is "
                + state.label()
                + (left ? " in part. " : ". ")
                + mend);
    problem.extra().put("state", state.label());
    possible.forEach(problem.extra().putArray("possible")::add);
    return problem;
  }
}
