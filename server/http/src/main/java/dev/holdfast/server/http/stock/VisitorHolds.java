package dev.holdfast.server.http.stock;

import dev.holdfast.application.access.Visitor;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.StockCommand.ExtendReservation;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Visitors;
import dev.holdfast.server.http.stock.CommandDesk.Draft;
import dev.holdfast.storage.api.CommandResult;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many reservations a visitor of an open shop holds at a time. Counted by the node that took
 * the commands, from its start on; an outcome that is not known counts until its time is over.
 */
final class VisitorHolds {
  private final Visitors visitors;

  VisitorHolds(Visitors visitors) {
    this.visitors = visitors;
  }

  private @Nullable Visitor visitor(Exchange exchange) {
    return visitors.of(exchange.principal(), exchange.request());
  }

  /**
   * Counts a reservation that is about to be made, and no more where it is not.
   *
   * @throws ApiException 429 where it is one too many
   */
  Draft reserving(Exchange exchange, Draft draft, ReserveStock command) {
    Visitor visitor = visitor(exchange);
    if (visitor == null) {
      return draft;
    }
    Instant now = Instant.now();
    Duration wait = visitor.hold(command.id(), now.plus(command.timeToLive()), now);
    if (!wait.isZero()) {
      throw new ApiException(tooMany(wait));
    }
    return draft.heardBy(result -> {
      UUID made = subject(result);
      if (!(result instanceof CommandResult.Unknown) && !command.id().equals(made)) {
        visitor.giveBack(command.id());
      }
      keep(visitor, made, result);
    });
  }

  /** Counts a reservation until its new end. */
  Draft extending(Exchange exchange, Draft draft, ExtendReservation command) {
    Visitor visitor = visitor(exchange);
    return visitor == null ? draft : draft.heardBy(result -> keep(visitor, command.id(), result));
  }

  /** Counts a reservation no more where it has ended. */
  Draft ending(Exchange exchange, Draft draft, SettleReservation command) {
    Visitor visitor = visitor(exchange);
    return visitor == null
        ? draft
        : draft.heardBy(result -> {
          if (done(result) != null) {
            visitor.giveBack(command.id());
          }
        });
  }

  private static void keep(Visitor visitor, @Nullable UUID id, CommandResult result) {
    Outcome.Done done = done(result);
    if (id != null && done != null && done.expiresAt() != null) {
      visitor.hold(id, done.expiresAt(), Instant.now());
    }
  }

  private static @Nullable UUID subject(CommandResult result) {
    Outcome.Done done = done(result);
    return done == null ? null : done.subject();
  }

  private static Outcome.@Nullable Done done(CommandResult result) {
    return result instanceof CommandResult.Settled settled
            && settled.outcome() instanceof Outcome.Done done
        ? done
        : null;
  }

  private static Problem tooMany(Duration wait) {
    return Problem.of(
            429,
            "too-many-reservations",
            "Too many reservations at once",
            "Your network address holds as many reservations as this shop allows. Give one back"
                + " with POST /v1/reservations/{id}/release, collect or buy what is held, or wait"
                + " until one runs out.")
        .retryAfter(Visitors.seconds(wait));
  }
}
