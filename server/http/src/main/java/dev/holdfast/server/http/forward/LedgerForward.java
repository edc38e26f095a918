package dev.holdfast.server.http.forward;

import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Failures;
import dev.holdfast.server.http.Routes;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes requests on to ledger nodes and their answers back, bodies as streams.
 *
 * <p>A node that cannot be connected to was surely not asked, so the next one is. A request that
 * was sent and not answered is never sent twice: the outcome of a command is then unknown, and its
 * caller settles it by the same key.
 */
public final class LedgerForward {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

  /** Longer than a ledger node waits for its store, so that its own answer comes first. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(40);

  /** Connections to each ledger node; more requests wait in a queue. */
  private static final int CONNECTIONS = 256;

  private static final int MAX_WAITING = 4_096;

  /** Of one connection only (RFC 9110, section 7.6.1). */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "host",
          "expect");

  private static final Logger LOG = LoggerFactory.getLogger(LedgerForward.class);

  private final LedgerNodes nodes;
  private final HttpClient client;

  /**
   * @param ledgers where ledger nodes listen: http or https, with a host
   */
  public LedgerForward(Vertx vertx, List<URI> ledgers) {
    this.nodes = new LedgerNodes(ledgers);
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                .setKeepAlive(true),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(MAX_WAITING));
  }

  public void addTo(Routes routes) {
    routes.otherwise(this::forward);
  }

  private void forward(Exchange exchange) {
    // Nothing of the body may be lost before somebody takes it.
    exchange.request().pause();
    exchange.request().response().endHandler(answered -> exchange.request().resume());
    ask(exchange, nodes.count());
  }

  private void ask(Exchange exchange, int triesLeft) {
    int node = triesLeft > 0 ? nodes.next() : -1;
    if (node < 0) {
      exchange.problem(Failures.unavailable());
      return;
    }
    client
        .request(options(exchange.request(), nodes.url(node)))
        .onComplete(
            request -> send(exchange, request),
            unreachable -> {
              LOG.debug("{} cannot be reached", nodes.url(node), unreachable);
              nodes.away(node);
              ask(exchange, triesLeft - 1);
            });
  }

  private static RequestOptions options(HttpServerRequest request, URI ledger) {
    boolean secure = "https".equals(ledger.getScheme());
    int port = ledger.getPort() > 0 ? ledger.getPort() : secure ? 443 : 80;
    return new RequestOptions()
        .setMethod(request.method())
        .setHost(ledger.getHost())
        .setPort(port)
        .setSsl(secure)
        .setURI(request.uri());
  }

  private static void send(Exchange exchange, HttpClientRequest onward) {
    HttpServerRequest request = exchange.request();
    for (Map.Entry<String, String> header : request.headers()) {
      if (!HOP_BY_HOP.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        onward.headers().add(header.getKey(), header.getValue());
      }
    }
    // A ledger node counts failed sign-ins by where they come from.
    onward.headers().add("X-Forwarded-For", request.remoteAddress().hostAddress());
    onward.idleTimeout(ANSWER_TIMEOUT.toMillis());
    boolean hasBody =
        request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
            || request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
    var answer = hasBody ? onward.send(request) : onward.send();
    if (!hasBody) {
      request.resume();
    }
    answer.onComplete(response -> passBack(exchange, response), lost -> lost(exchange, lost));
  }

  private static void passBack(Exchange exchange, HttpClientResponse answer) {
    HttpServerResponse response = exchange.request().response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(answer.statusCode());
    for (Map.Entry<String, String> header : answer.headers()) {
      if (!HOP_BY_HOP.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        response.headers().add(header.getKey(), header.getValue());
      }
    }
    if (!answer.headers().contains(HttpHeaderNames.CONTENT_LENGTH)) {
      if (HttpMethod.HEAD.equals(exchange.request().method()) || answer.statusCode() == 204) {
        response.end(Buffer.buffer());
        return;
      }
      response.setChunked(true);
    }
    // What breaks in the middle of an answer is cut off, so that nobody takes it for whole.
    answer.pipeTo(response).onFailure(broken -> response.reset());
  }

  private static void lost(Exchange exchange, Throwable lost) {
    LOG.debug("a ledger node did not answer", lost);
    exchange.problem(
        HttpMethod.GET.equals(exchange.request().method())
            ? Failures.unavailable()
            : Failures.unknown());
  }
}
