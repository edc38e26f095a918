package dev.holdfast.server.http;

import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import dev.holdfast.storage.api.StoreUnavailableException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The routes of one event loop. Every route recognises its caller before it reads a body, and turns
 * whatever is thrown into a problem.
 */
public final class Routes {
  /** The largest body of a command: 500 lines of the longest codes fit. */
  public static final int MAX_BODY = 256 * 1024;

  private final Context context;
  private final Router router;
  private final Recognition recognition;
  private final Blocking blocking;
  private final Supplier<@Nullable Problem> refusal;
  private final PresentedKeys presentedKeys;
  private final Map<String, Consumer<Exchange>> hotPosts = new HashMap<>();
  private String hotPrefix = "";
  private @Nullable HotGet hotGet;
  private @Nullable Consumer<Exchange> otherwise;
  private final Offered offered = new Offered();

  Routes(
      Vertx vertx,
      Recognition recognition,
      Blocking blocking,
      Supplier<@Nullable Problem> refusal) {
    this.context = vertx.getOrCreateContext();
    this.router = Router.router(vertx);
    this.recognition = recognition;
    this.presentedKeys = recognition.presentedKeys();
    this.blocking = blocking;
    this.refusal = refusal;
  }

  /** A route that everybody may use. The handler must answer and must not block. */
  public void open(HttpMethod method, String path, Consumer<Exchange> handler) {
    route(method, path, exchange -> guarded(exchange, handler));
  }

  /** A route that everybody may use, whose handler may wait for the store, and answers. */
  public void openBlocking(HttpMethod method, String path, Consumer<Exchange> handler) {
    route(
        method,
        path,
        exchange ->
            guarded(
                exchange,
                start -> {
                  refuseTooLong(start.request());
                  BodyReader body =
                      new BodyReader(
                          start, ready -> blocking.run(ready, () -> handler.accept(ready)));
                  body.callerKnown(start);
                }));
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
            receive(exchange, null, recognition::known, handler);
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
            receive(
                exchange,
                presented(exchange.request(), exchange.startNanos()),
                recognition::knownForLookups,
                ready -> {
                  ready.require(permission);
                  ready.recogniseAgain(() -> isKnown(ready.request()));
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
            receive(
                exchange,
                null,
                recognition::known,
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
          recognise(
              exchange,
              recognition::known,
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
    if (isWellFormed(request)) {
      router.handle(request);
    } else {
      new Exchange(request, context, Map.of()).problem(badTarget());
    }
  }

  private boolean isHot(HttpServerRequest request, HotGet hot) {
    if (!request.uri().startsWith(hotPrefix)) {
      return false;
    }
    long startNanos = System.nanoTime();
    Principal holder = presented(request, startNanos);
    return holder != null
        && request.headers().contains(HttpHeaders.HOST)
        && hot.answer(request, holder, startNanos);
  }

  /** Who may look things up with the key of a request; null when that takes more than memory. */
  private @Nullable Principal presented(HttpServerRequest request, long nowNanos) {
    String key = request.headers().get(HttpHeaders.AUTHORIZATION);
    return key == null ? null : presentedKeys.holder(key, nowNanos);
  }

  private boolean isKnown(HttpServerRequest request) {
    return recognition.knownForLookups(Recognition.secret(request)) != null;
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

  /** Whether the router, and then query parameters, can be decoded. */
  private static boolean isWellFormed(HttpServerRequest request) {
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

  private void route(HttpMethod method, String path, Consumer<Exchange> handler) {
    offered.add(method, path);
    router
        .route(method, path)
        .handler(routing ->
            handler.accept(new Exchange(routing.request(), context, routing.pathParams())));
  }

  /** Answers what no route did. Called once, after the last route was added. */
  void close() {
    router.errorHandler(
        404,
        routing -> {
          if (otherwise == null) {
            exchange(routing).problem(nothingHere(routing));
          } else {
            otherwise.accept(exchange(routing));
          }
        });
    router.errorHandler(
        405,
        routing -> {
          String allowed = offered.methods(routing.normalizedPath());
          routing.response().putHeader("Allow", allowed);
          exchange(routing)
              .problem(
                  Problem.of(
                      405,
                      "method-not-allowed",
                      "Not with this method",
                      "Send " + allowed + " here. See /v1/openapi.yaml for what each does."));
        });
    router.errorHandler(400, routing -> exchange(routing).problem(badTarget()));
    router.errorHandler(
        500,
        routing -> {
          Throwable failure = routing.failure();
          RuntimeException runtime =
              failure instanceof RuntimeException known ? known : new RuntimeException(failure);
          exchange(routing).problem(Failures.toProblem(exchange(routing), runtime));
        });
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

  private static Problem badTarget() {
    return Problem.badRequest(
        "bad-target",
        "The address is malformed",
        "Send a path that starts with /, a Host header, and %XX for special characters only.");
  }

  /**
   * @param caller who asks, where that is known already
   */
  private void receive(
      Exchange exchange,
      @Nullable Principal caller,
      Function<String, @Nullable Principal> memory,
      Consumer<Exchange> handler) {
    guarded(
        exchange,
        start -> {
          HttpServerRequest request = start.request();
          refuseTooLong(request);
          BodyReader body = new BodyReader(start, ready -> guarded(ready, handler));
          if (caller == null) {
            recognise(start, memory, body::callerKnown);
          } else {
            start.recognised(caller);
            body.callerKnown(start);
          }
        });
  }

  private void recognise(
      Exchange exchange, Function<String, @Nullable Principal> memory, Consumer<Exchange> next) {
    guarded(
        exchange,
        start -> {
          String secret = Recognition.secret(start.request());
          Principal known = memory.apply(secret);
          if (known != null) {
            start.recognised(known);
            next.accept(start);
            return;
          }
          blocking.run(
              start,
              () -> {
                Principal found = recognise(start.request(), secret, memory);
                start.onLoop(() -> {
                  start.recognised(found);
                  next.accept(start);
                });
              });
        });
  }

  /** Asks the store; memory once more where that fails, for it may do for a while then. */
  private Principal recognise(
      HttpServerRequest request, String secret, Function<String, @Nullable Principal> memory) {
    try {
      return recognition.recognise(request, secret);
    } catch (StoreUnavailableException away) {
      Principal known = memory.apply(secret);
      if (known == null) {
        throw away;
      }
      return known;
    }
  }

  private static void refuseTooLong(HttpServerRequest request) {
    String length = request.headers().get("Content-Length");
    if (length != null && (length.length() > 9 || Long.parseLong(length) > MAX_BODY)) {
      throw new ApiException(tooLong());
    }
  }

  static Problem tooLong() {
    return Problem.of(
            413,
            "body-too-large",
            "The body is too large",
            "Send at most "
                + MAX_BODY / 1024
                + " KB. Split the lines over several commands, or use POST /v1/imports for files.")
        .field("body");
  }

  static void guarded(Exchange exchange, Consumer<Exchange> work) {
    try {
      work.accept(exchange);
    } catch (RuntimeException failed) {
      exchange.problem(Failures.toProblem(exchange, failed));
    }
  }
}
