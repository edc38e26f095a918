package dev.holdfast.server.http;

import dev.holdfast.application.access.KeyRing;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The public HTTP server: one listener per event loop on the same port, each with routes of its
 * own, so that no request crosses threads on its way in.
 */
public final class HttpFace {
  /** Idle keep-alive connections are closed after this long. */
  private static final int IDLE_SECONDS = 75;

  private final HttpServerOptions options;
  private final Recognition recognition;
  private final Visitors visitors;
  private final Blocking blocking;
  private final Supplier<@Nullable Problem> refusal;
  private final Consumer<Routes> features;

  /**
   * @param refusal what a command would be refused with now, null for nothing: it is answered
   *     before its body is read
   * @param features adds the routes of every feature
   */
  public HttpFace(
      String host,
      int port,
      KeyRing keys,
      Visitors visitors,
      Blocking blocking,
      Supplier<@Nullable Problem> refusal,
      Consumer<Routes> features) {
    this(host, port, keys, visitors, blocking, refusal, features, IDLE_SECONDS);
  }

  /**
   * @param idleSeconds after which a connection is closed that nothing goes through
   */
  HttpFace(
      String host,
      int port,
      KeyRing keys,
      Visitors visitors,
      Blocking blocking,
      Supplier<@Nullable Problem> refusal,
      Consumer<Routes> features,
      int idleSeconds) {
    this.options =
        new HttpServerOptions()
            .setHost(host)
            // To Vert.x, -1 is any free port that all listeners share; 0 is one for each.
            .setPort(port == 0 ? -1 : port)
            .setTcpNoDelay(true)
            .setIdleTimeout(idleSeconds)
            .setMaxHeaderSize(16 * 1024)
            .setMaxInitialLineLength(8 * 1024)
            .setHandle100ContinueAutomatically(true)
            // We have no web sockets; each would be a handler that every message passes.
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setCompressionSupported(false);
    this.recognition = new Recognition(keys);
    this.visitors = visitors;
    this.blocking = blocking;
    this.refusal = refusal;
    this.features = features;
  }

  /** Listens on so many event loops. Completes with the port once all of them do. */
  public Future<Integer> listen(Vertx vertx, int eventLoops) {
    AtomicInteger port = new AtomicInteger();
    return vertx
        .deployVerticle(() -> new Listener(port), new DeploymentOptions().setInstances(eventLoops))
        .map(all -> port.get());
  }

  /** One event loop's server. */
  private final class Listener extends VerticleBase {
    private final AtomicInteger port;

    Listener(AtomicInteger port) {
      this.port = port;
    }

    @Override
    public Future<?> start() {
      Reception reception = new Reception(recognition, blocking, visitors);
      Routes routes = new Routes(vertx, reception, blocking, refusal);
      features.accept(routes);
      routes.close();
      return vertx
          .createHttpServer(options)
          .requestHandler(routes::handle)
          .invalidRequestHandler(request -> InvalidRequests.answer(request, context))
          .listen()
          .onSuccess(listening -> port.set(listening.actualPort()));
    }
  }
}
