package dev.holdfast.server.http;

import dev.holdfast.domain.access.Principal;
import io.vertx.core.http.HttpServerRequest;

/** Answers the plain cases of a GET without anything in between. */
@FunctionalInterface
public interface HotGet {
  /**
   * Answers a request on its event loop, or leaves it untouched for the route.
   *
   * @param principal who asks; what the role may do is for the answer to know
   * @param startNanos when the request began, by {@link System#nanoTime}
   * @return whether it was answered
   */
  boolean answer(HttpServerRequest request, Principal principal, long startNanos);
}
