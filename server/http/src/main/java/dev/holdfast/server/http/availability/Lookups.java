package dev.holdfast.server.http.availability;

import dev.holdfast.application.operations.Latencies;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewSku;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.CodeRules;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Failures;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.ServerTiming;
import io.netty.buffer.Unpooled;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lookups of one SKU on one event loop. */
final class Lookups {
  static final String PREFIX = "/v1/availability/";

  /** What no SKU is looked up by: the route of streams. */
  static final String STREAM = "stream";

  static final AsciiString JSON = AsciiString.cached("application/json");
  static final AsciiString CACHING = AsciiString.cached("private, no-cache");
  private static final AsciiString AS_OF = AsciiString.cached("Holdfast-As-Of");
  private static final AsciiString STALE = AsciiString.cached("Holdfast-Stale");

  /** Longer targets are not kept as questions: the longest code and every filter fit. */
  private static final int MAX_QUESTION = 300;

  private final StockView view;
  private final ReadyAnswers answers;
  private final AsOf.Source asOf;
  private final Seen seen;
  private final Latencies latencies;

  /**
   * @param latencies counts what is answered, on this event loop only
   */
  Lookups(StockView view, Latencies latencies) {
    this.latencies = latencies;
    this.view = view;
    this.answers = new ReadyAnswers(view);
    this.asOf = new AsOf.Source(view);
    this.seen = new Seen(view);
  }

  Seen seen() {
    return seen;
  }

  /**
   * How current the view is now. Taken before the stock is read.
   *
   * @throws ApiException 503 while the first picture is being read
   */
  AsOf asOf(long nanos) {
    AsOf now = asOf.now(nanos);
    if (!now.ready()) {
      throw new ApiException(Failures.viewLoading());
    }
    return now;
  }

  /** Answers from what is kept; false when it takes more than that. */
  boolean answerKept(HttpServerRequest request, Principal principal, long startNanos) {
    if (!principal.role().may(Permission.LOOK_UP)) {
      return false;
    }
    AsOf now = asOf.now(startNanos);
    String question = request.uri();
    MultiMap headers = request.headers();
    String earlier = headers.get(Seen.NAME);
    if (!now.ready() || (earlier != null && !seen.covers(earlier))) {
      return false;
    }
    Ready ready = answers.kept(question, principal);
    if (ready == null) {
      ready = plain(question, principal);
    }
    if (ready == null) {
      return false;
    }
    send(request, ready, now, startNanos);
    return true;
  }

  /** The answer to a question without filters; null when it has some, or names no SKU. */
  private @Nullable Ready plain(String question, Principal principal) {
    String code = question.substring(PREFIX.length());
    if (!CodeRules.isCode(code) || code.equals(STREAM)) {
      return null;
    }
    long catalogue = view.catalogueChanges();
    ViewSku sku = view.sku(principal.client(), code);
    return sku == null ? null : answers.make(question, principal, catalogue, sku, Filter.NONE);
  }

  /** Answers whatever the question is. */
  void answer(Exchange exchange) {
    AsOf now = asOf(exchange.startNanos());
    Principal principal = exchange.principal();
    String code = exchange.path("sku");
    long catalogue = view.catalogueChanges();
    ViewSku sku = view.sku(principal.client(), code);
    if (sku == null) {
      throw new ApiException(Problem.notFound("There is no SKU " + code));
    }
    List<Violation> found = new ArrayList<>();
    Filter filter =
        Filter.read(
            view,
            principal.client(),
            exchange.query("location"),
            exchange.query("region"),
            exchange.query("near"),
            exchange.query("within_km"),
            "within_km",
            found);
    if (!found.isEmpty()) {
      throw new ApiException(Problem.invalid(found));
    }
    String uri = exchange.request().uri();
    String question = uri.length() <= MAX_QUESTION ? uri : "";
    Ready ready = question.isEmpty() ? null : answers.kept(question, principal);
    if (ready == null) {
      ready = answers.make(question, principal, catalogue, sku, filter);
    }
    send(exchange.request(), ready, now, exchange.startNanos());
  }

  private void send(HttpServerRequest request, Ready ready, AsOf now, long startNanos) {
    HttpServerResponse response = request.response();
    MultiMap headers = response.headers();
    AsciiString etag = ready.etag(now);
    headers.add(HttpHeaders.ETAG, etag);
    headers.add(HttpHeaders.CACHE_CONTROL, CACHING);
    headers.add(Seen.NAME, seen.text());
    headers.add(ServerTiming.NAME, timing(startNanos));
    String known = request.headers().get(HttpHeaders.IF_NONE_MATCH);
    if (known != null && matches(known, etag)) {
      headers.add(AS_OF, now.at());
      headers.add(STALE, now.staleFlag());
      response.setStatusCode(304).end();
      return;
    }
    headers.add(HttpHeaders.CONTENT_TYPE, JSON);
    response.end(BufferInternal.buffer(Unpooled.wrappedBuffer(ready.whole(now))));
  }

  /** What an answer says of the time that it took, which is counted. */
  CharSequence timing(long startNanos) {
    // The clock is read once for both: reading it costs more than counting.
    long nanos = System.nanoTime() - startNanos;
    latencies.add(nanos);
    return ServerTiming.taking(nanos);
  }

  /** Whether a header names the validator; compared weakly, as RFC 9110, 13.1.2 asks. */
  private static boolean matches(String known, AsciiString etag) {
    if (etag.contentEquals(known)) {
      return true;
    }
    if (known.equals("*")) {
      return true;
    }
    String opaque = etag.toString().substring("W/".length());
    for (String one : known.split(",")) {
      String tag = one.strip();
      if (tag.equals(opaque)
          || (tag.startsWith("W/")
              && tag.startsWith(opaque, "W/".length())
              && tag.length() == etag.length())) {
        return true;
      }
    }
    return false;
  }
}
