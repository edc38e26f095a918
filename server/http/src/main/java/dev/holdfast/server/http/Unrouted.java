package dev.holdfast.server.http;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers what no route does: wrong paths, methods and targets, and what a router throws. */
final class Unrouted {
  private final Context context;
  private final Offered offered;
  private final @Nullable Consumer<Exchange> otherwise;

  /**
   * @param otherwise takes what has no route; null for a problem
   */
  Unrouted(Context context, Offered offered, @Nullable Consumer<Exchange> otherwise) {
    this.context = context;
    this.offered = offered;
    this.otherwise = otherwise;
  }

  void addTo(Router router) {
    router.errorHandler(404, this::notFound);
    router.errorHandler(405, this::notAllowed);
    router.errorHandler(400, routing -> exchange(routing).problem(badTarget()));
    router.errorHandler(500, this::failed);
  }

  /** Whether the router, and then query parameters, can be decoded. */
  static boolean isWellFormed(HttpServerRequest request) {
    String uri = request.uri();
    String path = request.path();
    boolean named = request.authority() != null || request.version() == HttpVersion.HTTP_1_0;
    if (path == null || !path.startsWith("/") || !named) {
      return false;
    }
    for (int at = uri.indexOf('%'); at >= 0; at = uri.indexOf('%', at + 1)) {
      if (at + 2 >= uri.length()
          || Character.digit(uri.charAt(at + 1), 16) < 0
          || Character.digit(uri.charAt(at + 2), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private void notFound(RoutingContext routing) {
    if (otherwise == null) {
      exchange(routing).problem(nothingHere(routing));
    } else {
      otherwise.accept(exchange(routing));
    }
  }

  private void notAllowed(RoutingContext routing) {
    String allowed = offered.methods(routing.normalizedPath());
    routing.response().putHeader("Allow", allowed);
    exchange(routing)
        .problem(
            Problem.of(
                405,
                "method-not-allowed",
                "Not with this method",
                "Send " + allowed + " here. See /v1/openapi.yaml for what each does."));
  }

  private void failed(RoutingContext routing) {
    Throwable failure = routing.failure();
    RuntimeException runtime =
        failure instanceof RuntimeException known ? known : new RuntimeException(failure);
    exchange(routing).problem(Failures.toProblem(exchange(routing), runtime));
  }

  private Exchange exchange(RoutingContext routing) {
    return new Exchange(routing.request(), context, Map.of());
  }

  private static Problem nothingHere(RoutingContext routing) {
    return Problem.of(
        404,
        "no-such-route",
        "Nothing here",
        "There is no " + routing.request().path() + ". See /v1/openapi.yaml for what there is.");
  }

  static Problem badTarget() {
    return Problem.badRequest(
        "bad-target",
        "The address is malformed",
        "Send a path that starts with /, a Host header, and %XX for special characters only.");
  }
}
