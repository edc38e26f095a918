package dev.holdfast.server.http;

import dev.holdfast.application.access.Visitor;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.storage.api.StoreUnavailableException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a request before a handler gets it, on one event loop: its caller is recognised
 * and held to the limits of visitors, its body read, and whatever is thrown becomes a problem.
 */
final class Reception {
  /** The largest body of a command: 500 lines of the longest codes fit. */
  static final int MAX_BODY = 256 * 1024;

  private final Recognition recognition;
  private final PresentedKeys presentedKeys;
  private final Blocking blocking;
  private final Visitors visitors;

  Reception(Recognition recognition, Blocking blocking, Visitors visitors) {
    this.recognition = recognition;
    this.presentedKeys = recognition.presentedKeys();
    this.blocking = blocking;
    this.visitors = visitors;
  }

  /** What a caller wants: each kind has limits and a memory of its own. */
  enum Purpose {
    /** Anything that changes something. */
    COMMAND,
    /** A read of the store. */
    READ,
    /** An answer from memory, also while the store is away. */
    LOOK_UP
  }

  /** Who may look things up with the key of a request; null when that takes more than memory. */
  @Nullable Principal presented(HttpServerRequest request, long nowNanos) {
    String key = request.headers().get(HttpHeaders.AUTHORIZATION);
    return key == null ? null : presentedKeys.holder(key, nowNanos);
  }

  /** The visitor of an open shop that sent a request; null where it was somebody else. */
  @Nullable Visitor visitor(Principal caller, HttpServerRequest request) {
    return visitors.of(caller, request);
  }

  /** Whether a caller of long ago would still be recognised. */
  boolean isKnown(HttpServerRequest request) {
    return recognition.knownForLookups(Recognition.secret(request)) != null;
  }

  /** Reads the body of anybody's request. */
  void receiveFromAnybody(Exchange exchange, Consumer<Exchange> handler) {
    guarded(
        exchange,
        start -> {
          refuseTooLong(start.request(), MAX_BODY);
          BodyReader body = new BodyReader(start, MAX_BODY, handler);
          body.callerKnown(start);
        });
  }

  /**
   * Recognises the caller and reads the body.
   *
   * @param caller who asks, where that is known already
   */
  void receive(
      Exchange exchange, @Nullable Principal caller, Purpose purpose, Consumer<Exchange> handler) {
    receive(exchange, caller, purpose, MAX_BODY, handler);
  }

  /**
   * The same for a body of another size.
   *
   * @param maxBody bytes
   */
  void receive(
      Exchange exchange,
      @Nullable Principal caller,
      Purpose purpose,
      int maxBody,
      Consumer<Exchange> handler) {
    guarded(
        exchange,
        start -> {
          refuseTooLong(start.request(), maxBody);
          BodyReader body = new BodyReader(start, maxBody, ready -> guarded(ready, handler));
          if (caller == null) {
            recognise(start, purpose, body::callerKnown);
          } else {
            admit(start, caller, purpose);
            body.callerKnown(start);
          }
        });
  }

  /** Recognises the caller and leaves the body alone. */
  void recognise(Exchange exchange, Purpose purpose, Consumer<Exchange> next) {
    Function<String, @Nullable Principal> memory =
        purpose == Purpose.LOOK_UP ? recognition::knownForLookups : recognition::known;
    guarded(
        exchange,
        start -> {
          String secret = Recognition.secret(start.request());
          Principal known = memory.apply(secret);
          if (known != null) {
            admit(start, known, purpose);
            next.accept(start);
            return;
          }
          blocking.run(
              start,
              () -> {
                Principal found = recognise(start.request(), secret, memory);
                start.onLoop(() -> {
                  admit(start, found, purpose);
                  next.accept(start);
                });
              });
        });
  }

  private void admit(Exchange exchange, Principal caller, Purpose purpose) {
    exchange.recognised(caller);
    Problem tooMany =
        purpose == Purpose.COMMAND
            ? visitors.command(caller, exchange.request())
            : visitors.lookUp(caller, exchange.request());
    if (tooMany != null) {
      throw new ApiException(tooMany);
    }
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

  private static void refuseTooLong(HttpServerRequest request, int maxBody) {
    String length = request.headers().get("Content-Length");
    if (length != null && (length.length() > 9 || Long.parseLong(length) > maxBody)) {
      throw new ApiException(tooLong(maxBody));
    }
  }

  static Problem tooLong(int maxBody) {
    return Problem.of(
            413,
            "body-too-large",
            "The body is too large",
            "Send at most "
                + maxBody / 1024
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
