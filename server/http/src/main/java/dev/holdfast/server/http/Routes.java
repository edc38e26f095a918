package dev.holdfast.server.http;

import dev.holdfast.application.access.Visitor;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import dev.holdfast.server.http.Reception.Purpose;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The routes of one event loop. Every route recognises its caller before it reads a body, and turns
 * whatever is thrown into a problem.
 */
public final class Routes {
  /** The largest body of a command. */
  public static final int MAX_BODY = Reception.MAX_BODY;

  private final Context context;
  private final Router router;
  private final Reception reception;
  private final Blocking blocking;
  private final Supplier<@Nullable Problem> refusal;
  private final Map<String, Consumer<Exchange>> hotPosts = new HashMap<>();
  private String hotPrefix = "";
  private @Nullable HotGet hotGet;
  private @Nullable Consumer<Exchange> otherwise;
  private final Offered offered = new Offered();

  Routes(Vertx vertx, Reception reception, Blocking blocking, Supplier<@Nullable Problem> refusal) {
    this.context = vertx.getOrCreateContext();
    this.router = Router.router(vertx);
    this.reception = reception;
    this.blocking = blocking;
    this.refusal = refusal;
  }

  /** A route that everybody may use. The handler must answer and must not block. */
  public void open(HttpMethod method, String path, Consumer<Exchange> handler) {
    route(method, path, exchange -> Reception.guarded(exchange, handler));
  }

  /** A route that everybody may use, whose handler may wait for the store, and answers. */
  public void openBlocking(HttpMethod method, String path, Consumer<Exchange> handler) {
    route(
        method,
        path,
        exchange ->
            reception.receiveFromAnybody(
                exchange, ready -> blocking.run(ready, () -> handler.accept(ready))));
  }

  /**
   * A route for recognised callers whose handler runs on the event loop with the body read: it must
   * not block, and must answer.
   */
  public void quick(HttpMethod method, String path, Consumer<Exchange> handler) {
    Consumer<Exchange> whole =
        exchange -> {
          Problem now = refusal.get();
          if (now != null) {
            refuse(exchange, now);
          } else {
            reception.receive(exchange, null, Purpose.COMMAND, handler);
          }
        };
    if (HttpMethod.POST.equals(method) && path.indexOf(':') < 0) {
      hotPosts.put(path, whole);
    }
    route(method, path, whole);
  }

  /**
   * A route for callers with a permission whose handler answers from memory, on the event loop with
   * the body read: it must not block. Goes on while commands are refused and while the store is
   * away.
   */
  public void memory(
      HttpMethod method, String path, Role.Permission permission, Consumer<Exchange> handler) {
    Consumer<Exchange> whole =
        exchange ->
            reception.receive(
                exchange,
                reception.presented(exchange.request(), exchange.startNanos()),
                Purpose.LOOK_UP,
                ready -> {
                  ready.require(permission);
                  ready.recogniseAgain(() -> reception.isKnown(ready.request()));
                  handler.accept(ready);
                });
    if (HttpMethod.POST.equals(method) && path.indexOf(':') < 0) {
      hotPosts.put(path, whole);
    }
    route(method, path, whole);
  }

  /**
   * Lets the plain cases of the busiest GET be answered before the router is asked. There is one
   * such GET.
   *
   * @param prefix of the target, up to what varies
   */
  public void hot(String prefix, HotGet answers) {
    if (hotGet != null) {
      throw new IllegalStateException("there is a hot route already: " + hotPrefix);
    }
    hotPrefix = prefix;
    hotGet = answers;
  }

  /** A route for callers with a permission whose handler may wait for the store, and answers. */
  public void blocking(
      HttpMethod method, String path, Role.Permission permission, Consumer<Exchange> handler) {
    route(
        method,
        path,
        exchange ->
            reception.receive(
                exchange,
                null,
                HttpMethod.GET.equals(method) ? Purpose.READ : Purpose.COMMAND,
                ready -> {
                  ready.require(permission);
                  blocking.run(ready, () -> handler.accept(ready));
                }));
  }

  /**
   * The same for bodies of another size than most: whole documents.
   *
   * @param maxBody bytes, each of which is held in memory
   */
  public void blocking(
      HttpMethod method,
      String path,
      Role.Permission permission,
      int maxBody,
      Consumer<Exchange> handler) {
    route(
        method,
        path,
        exchange ->
            reception.receive(
                exchange,
                null,
                Purpose.COMMAND,
                maxBody,
                ready -> {
                  ready.require(permission);
                  blocking.run(ready, () -> handler.accept(ready));
                }));
  }

  /**
   * A route for callers with a permission whose handler reads the body itself. It is called on the
   * event loop with the request paused.
   */
  public void streaming(
      HttpMethod method, String path, Role.Permission permission, Consumer<Exchange> handler) {
    route(
        method,
        path,
        exchange -> {
          exchange.request().pause();
          // Or a client that is still sending would never come to read its refusal.
          exchange.request().response().endHandler(answered -> exchange.request().resume());
          reception.recognise(
              exchange,
              HttpMethod.GET.equals(method) ? Purpose.READ : Purpose.COMMAND,
              ready -> {
                ready.require(permission);
                handler.accept(ready);
              });
        });
  }

  /** Takes every request that no route does, with its body unread. */
  public void otherwise(Consumer<Exchange> handler) {
    otherwise = handler;
  }

  /** Handles a request: the busiest routes by one look-up, the others by the router. */
  void handle(HttpServerRequest request) {
    if (hotGet != null && HttpMethod.GET.equals(request.method()) && isHot(request, hotGet)) {
      return;
    }
    if (HttpMethod.POST.equals(request.method())) {
      Consumer<Exchange> hot = hotPosts.get(request.path());
      if (hot != null) {
        hot.accept(new Exchange(request, context, Map.of()));
        return;
      }
    }
    if (Unrouted.isWellFormed(request)) {
      router.handle(request);
    } else {
      new Exchange(request, context, Map.of()).problem(Unrouted.badTarget());
    }
  }

  private boolean isHot(HttpServerRequest request, HotGet hot) {
    if (!request.uri().startsWith(hotPrefix)) {
      return false;
    }
    long startNanos = System.nanoTime();
    Principal holder = reception.presented(request, startNanos);
    if (holder == null || !request.headers().contains(HttpHeaders.HOST)) {
      return false;
    }
    Visitor visitor = reception.visitor(holder, request);
    if (visitor != null && visitor.isSpent()) {
      return false;
    }
    boolean answered = hot.answer(request, holder, startNanos);
    if (answered && visitor != null) {
      visitor.lookUp();
    }
    return answered;
  }

  /**
   * Refuses without looking at the body, but lets one of ordinary size pass by first: a client that
   * is answered while it still sends may take the answer for another request's.
   */
  private static void refuse(Exchange exchange, Problem problem) {
    String length = exchange.request().headers().get(HttpHeaders.CONTENT_LENGTH);
    if (length == null || length.length() > 6) {
      exchange.problem(problem);
    } else {
      exchange.request().handler(ignored -> {}).endHandler(end -> exchange.problem(problem));
    }
  }

  private void route(HttpMethod method, String path, Consumer<Exchange> handler) {
    offered.add(method, path);
    router
        .route(method, path)
        .handler(routing ->
            handler.accept(new Exchange(routing.request(), context, routing.pathParams())));
  }

  /** Answers what no route did. Called once, after the last route was added. */
  void close() {
    new Unrouted(context, offered, otherwise).addTo(router);
  }
}
