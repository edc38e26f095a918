package dev.holdfast.server.http.availability;

import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import java.util.function.Consumer;

/** Lets a caller who has seen more than this view wait until the view has come as far. */
public final class Patience {
  /** As long as anybody waits: several times what a change takes to every edge. */
  static final long MAX_MILLIS = 500;

  /** How often is looked: as seldom as makes no difference to a person. */
  private static final long STEP_MILLIS = 5;

  private final Seen seen;

  /** For one event loop. */
  public Patience(Seen seen) {
    this.seen = seen;
  }

  /** Goes on as soon as the view covers what the request says that its caller has seen. */
  public void caughtUp(Exchange exchange, Consumer<Exchange> next) {
    String earlier = exchange.request().headers().get(Seen.NAME);
    if (earlier == null || seen.covers(earlier)) {
      next.accept(exchange);
    } else {
      wait(exchange, earlier, next, MAX_MILLIS / STEP_MILLIS);
    }
  }

  private void wait(Exchange exchange, String earlier, Consumer<Exchange> next, long steps) {
    exchange
        .context()
        .owner()
        .setTimer(
            STEP_MILLIS,
            step ->
                exchange.onLoop(() -> {
                  if (seen.covers(earlier)) {
                    next.accept(exchange);
                  } else if (steps > 1) {
                    wait(exchange, earlier, next, steps - 1);
                  } else {
                    throw new ApiException(behind());
                  }
                }));
  }

  private static Problem behind() {
    return Problem.of(
            503,
            "view-behind",
            "This node is behind what you have seen",
            "Try again after the time in Retry-After. If it lasts, leave the header Holdfast-Seen"
                + " out to see what this node knows, however old it is.")
        .field("Holdfast-Seen")
        .retryAfter(1);
  }
}
