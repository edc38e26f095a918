package dev.holdfast.server.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/** Answers what is not HTTP enough to reach a route. */
final class InvalidRequests {
  /**
   * How long the connection outlives the answer. Closing while the client is still sending resets
   * the connection, and the answer would be lost.
   */
  private static final long LINGER_MILLIS = 1_000;

  private InvalidRequests() {}

  static void answer(HttpServerRequest request, Context context) {
    Throwable cause = request.decoderResult().cause();
    Problem problem =
        switch (cause) {
          case TooLongHttpLineException line ->
              Problem.of(
                  414, "target-too-long", "The address is too long", "Keep URLs under 8 KB.");
          case TooLongHttpHeaderException header ->
              Problem.of(
                  431,
                  "headers-too-large",
                  "The headers are too large",
                  "Keep all headers together under 16 KB.");
          case null, default ->
              Problem.badRequest(
                  "malformed-request",
                  "The request is not HTTP/1.1",
                  "Send a well-formed request; most HTTP libraries do.");
        };
    // Nothing after such a request can be trusted, so the connection ends with the answer.
    request.response().putHeader("Connection", "close");
    request
        .response()
        .endHandler(
            sent -> context.owner().setTimer(LINGER_MILLIS, over -> request.connection().close()));
    new Exchange(request, context, Map.of()).problem(problem);
  }
}
