package dev.holdfast.domain.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of an order's state.
 *
 * @param reason why, in somebody's words
 */
public record Step(OrderState state, Instant at, @Nullable String reason) {}
