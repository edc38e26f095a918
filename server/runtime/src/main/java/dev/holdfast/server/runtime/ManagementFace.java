package dev.holdfast.server.runtime;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.BooleanSupplier;

/**
 * Probes and metrics on a port of their own. None of them asks the database: a database that is
 * down is no reason to restart the nodes that tell people so.
 */
final class ManagementFace {
  private final PrometheusMeterRegistry metrics;
  private final BooleanSupplier viewReady;
  private volatile boolean started;
  private volatile boolean stopping;

  /**
   * @param viewReady whether lookups can be answered
   */
  ManagementFace(PrometheusMeterRegistry metrics, BooleanSupplier viewReady) {
    this.metrics = metrics;
    this.viewReady = viewReady;
  }

  /** Completes with the port. */
  Future<Integer> listen(Vertx vertx, String host, int port) {
    return vertx
        .createHttpServer(new HttpServerOptions().setHost(host).setPort(port))
        .requestHandler(this::answer)
        .listen()
        .map(HttpServer::actualPort);
  }

  /** From now on the node is ready. */
  void started() {
    started = true;
  }

  /** From now on load balancers should send nothing more. */
  void stopping() {
    stopping = true;
  }

  private void answer(HttpServerRequest request) {
    switch (request.uri()) {
      case "/livez" -> say(request, true, "alive");
      case "/startupz" -> say(request, isUp(), isUp() ? "started" : progress());
      case "/readyz" ->
          say(request, isUp() && !stopping, stopping ? "stopping" : isUp() ? "ready" : progress());
      case "/metrics" ->
          request
              .response()
              .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
              .end(metrics.scrape());
      default ->
          request
              .response()
              .setStatusCode(404)
              .end("Here are /livez, /readyz, /startupz and /metrics.\n");
    }
  }

  private boolean isUp() {
    return started && viewReady.getAsBoolean();
  }

  private String progress() {
    return started ? "loading the view" : "starting";
  }

  private static void say(HttpServerRequest request, boolean well, String what) {
    request.response().setStatusCode(well ? 200 : 503).end(what + "\n");
  }
}
