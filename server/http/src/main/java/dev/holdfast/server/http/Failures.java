package dev.holdfast.server.http;

import dev.holdfast.application.access.TooBusyException;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client is told when something failed. */
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** 503: this node has more to do than it can; nothing was done. */
  public static Problem overloaded() {
    return Problem.of(
            503,
            "overloaded",
            "Too much at once",
            "This node is over its limit; nothing was done. Try again with the same"
                + " Idempotency-Key after the time in Retry-After.")
        .retryAfter(1);
  }

  /** 503: the store could not be asked; nothing was done. */
  public static Problem unavailable() {
    return Problem.of(
            503,
            "store-unavailable",
            "The store cannot be reached",
            "Nothing was done. Try again with the same Idempotency-Key after the time in"
                + " Retry-After; if it lasts, the operator looks at the database.")
        .retryAfter(1);
  }

  /** 503: a commit was sent and its fate is not known. */
  public static Problem unknown() {
    return Problem.of(
            503,
            "outcome-unknown",
            "The outcome is not known",
            "It was done wholly or not at all. Send the same request with the same Idempotency-Key"
                + " to learn which; with another key it may happen twice.")
        .retryAfter(1);
  }

  static Problem toProblem(Exchange exchange, RuntimeException failed) {
    return switch (failed) {
      case ApiException answer -> answer.problem();
      case StoreUnavailableException down -> unavailable();
      case TooBusyException busy -> overloaded();
      case BadCursorException bad ->
          Problem.badRequest(
                  "bad-cursor",
                  "The cursor is not one of ours",
                  "Give next back exactly as the last page had it, or leave cursor out to start"
                      + " from the beginning.")
              .field("cursor");
      default -> {
        LOG.error("{} {} failed", exchange.request().method(), exchange.request().path(), failed);
        yield Problem.of(
            500,
            "internal-error",
            "A mistake of ours",
            "It has been logged. Ask the operator to look at the server's log for this minute.");
      }
    };
  }

  /** 503: this node has no picture of what is in stock yet. */
  public static Problem viewLoading() {
    return Problem.of(
            503,
            "view-loading",
            "Availability is being loaded",
            "This node has just started and reads what is in stock. Try again after the time in"
                + " Retry-After.")
        .retryAfter(1);
  }
}
