package dev.holdfast.server.http;

import dev.holdfast.application.access.Visitor;
import dev.holdfast.application.access.VisitorLimits;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Holds the visitors of open shops to their limits. They all come with one published key, so they
 * are told apart by where they come from; every other key is its holder's own and passes.
 */
public final class Visitors {
  private final VisitorLimits limits;

  public Visitors(VisitorLimits limits) {
    this.limits = limits;
  }

  /** The visitor that sent a request; null where it was somebody with a key of their own. */
  public @Nullable Visitor of(Principal caller, HttpServerRequest request) {
    return caller.role() == Role.SHOPPER
        ? limits.visitor(caller.client(), ClientAddress.of(request))
        : null;
  }

  /** Counts a lookup; what to answer where it is one too many, else null. */
  @Nullable Problem lookUp(Principal caller, HttpServerRequest request) {
    Visitor visitor = of(caller, request);
    return visitor == null ? null : refusal(visitor.lookUp(), "questions");
  }

  /** Counts a command; what to answer where it is one too many, else null. */
  @Nullable Problem command(Principal caller, HttpServerRequest request) {
    Visitor visitor = of(caller, request);
    return visitor == null ? null : refusal(visitor.command(), "orders");
  }

  private static @Nullable Problem refusal(Duration wait, String of) {
    return wait.isZero()
        ? null
        : Problem.of(
                429,
                "too-many-requests",
                "Too many at once",
                "More "
                    + of
                    + " came from your network address than this shop takes from one. Go on after"
                    + " the time in Retry-After. If many people share the address, the operator"
                    + " can allow more: ./holdfast config lists the settings shop-….")
            .retryAfter(seconds(wait));
  }

  /** Whole seconds that cover a time. */
  public static int seconds(Duration wait) {
    return (int) Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
  }
}
