package dev.holdfast.server.http.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.holdfast.application.operations.Sample;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.ServerTiming;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everybody who watches this node's samples as Server-Sent Events. Hears of samples on any thread;
 * each stream is written on its own event loop. Who does not read misses samples, and nothing is
 * kept for them.
 */
final class SampleStreams {
  /** Operators who watch at once, on as many screens as they like. */
  static final int MAX_STREAMS = 100;

  /** More often than a key is held, so that a revoked one is noticed. */
  private static final long CHECK_MILLIS = 2_000;

  private final Set<Exchange> open = ConcurrentHashMap.newKeySet();

  /**
   * Begins to tell samples, the latest first. Called on the exchange's event loop.
   *
   * @throws ApiException 503 when too many watch already
   */
  void open(Exchange exchange, Sample latest) {
    if (open.size() >= MAX_STREAMS) {
      throw new ApiException(tooMany());
    }
    HttpServerResponse response = exchange.request().response();
    Vertx vertx = exchange.context().owner();
    long check = vertx.setPeriodic(CHECK_MILLIS, now -> endIfUnknown(exchange));
    open.add(exchange);
    response.closeHandler(closed -> close(exchange, check));
    response.endHandler(ended -> close(exchange, check));
    response.exceptionHandler(broken -> close(exchange, check));
    MultiMap headers = response.headers();
    headers.add(HttpHeaders.CONTENT_TYPE, "text/event-stream");
    headers.add(HttpHeaders.CACHE_CONTROL, "private, no-store");
    // Proxies that gather answers would keep the events back.
    headers.add("X-Accel-Buffering", "no");
    headers.add(ServerTiming.NAME, ServerTiming.ofMemory(exchange.startNanos()));
    response.setChunked(true);
    response.write(event(latest));
  }

  private void close(Exchange exchange, long check) {
    open.remove(exchange);
    exchange.context().owner().cancelTimer(check);
  }

  private static void endIfUnknown(Exchange exchange) {
    HttpServerResponse response = exchange.request().response();
    if (!response.ended() && !response.closed() && !exchange.isStillRecognised()) {
      response.end();
    }
  }

  /** A sample was taken. */
  void tell(Sample sample) {
    if (open.isEmpty()) {
      return;
    }
    String event = event(sample);
    for (Exchange exchange : open) {
      exchange.context().runOnContext(go -> write(exchange, event));
    }
  }

  private static void write(Exchange exchange, String event) {
    HttpServerResponse response = exchange.request().response();
    if (!response.ended() && !response.closed() && !response.writeQueueFull()) {
      response.write(event);
    }
  }

  private static String event(Sample sample) {
    String json = OperationsJson.sample(sample, JsonNodeFactory.instance.objectNode()).toString();
    return "event: sample\ndata: " + json + "\n\n";
  }

  private static Problem tooMany() {
    return Problem.of(
            503,
            "too-many-streams",
            "Too many streams",
            "This node tells "
                + MAX_STREAMS
                + " operators how it fares already. Close those that nobody reads, or try again"
                + " after the time in Retry-After.")
        .retryAfter(5);
  }
}
