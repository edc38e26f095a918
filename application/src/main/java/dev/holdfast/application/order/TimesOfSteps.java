package dev.holdfast.application.order;

import dev.holdfast.domain.order.FloorMarks;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.order.Step;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The times of shipments in documents of the first form, which had them in the order's steps only:
 * it was released first when anything of the order was, and was sent when the last of it was.
 */
final class TimesOfSteps {
  private TimesOfSteps() {}

  static Shipment added(Shipment shipment, List<Step> steps) {
    OrderState state = shipment.state();
    boolean released = state != OrderState.PLACED && state != OrderState.CANCELLED;
    boolean shipped = released && !state.holdsStock();
    FloorMarks was = shipment.floor();
    FloorMarks marks =
        new FloorMarks(
            was.wave(),
            was.pickList(),
            was.tracking(),
            was.lots(),
            released ? first(steps) : null,
            shipped ? last(steps) : null);
    return new Shipment(shipment.id(), shipment.parts(), state, shipment.carriage(), marks);
  }

  private static @Nullable Instant first(List<Step> steps) {
    return steps.stream().filter(is(OrderState.RELEASED)).map(Step::at).findFirst().orElse(null);
  }

  private static @Nullable Instant last(List<Step> steps) {
    return steps.reversed().stream()
        .filter(is(OrderState.SHIPPED))
        .map(Step::at)
        .findFirst()
        .orElse(null);
  }

  private static Predicate<Step> is(OrderState state) {
    return step -> step.state() == state;
  }
}
