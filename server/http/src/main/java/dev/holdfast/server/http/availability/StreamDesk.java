package dev.holdfast.server.http.availability;

import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewSku;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.ServerTiming;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens streams on one event loop, and keeps them alive. */
final class StreamDesk {
  /** As many as fit the screen of a planner; their codes fit a target of 8 KB. */
  static final int MAX_SKUS = 100;

  /** A quarter of the age from which a view is stale. */
  private static final long LOOK_MILLIS = 250;

  /** Every 2 s: more often than a key is held, so that a revoked one is noticed. */
  private static final int LOOKS_PER_CHECK = 8;

  /** Every 16 s: below the minute after which proxies give a silent connection up. */
  static final int LOOKS_PER_BEAT = 64;

  private final StockView view;
  private final ChangeStreams streams;
  private final Lookups lookups;
  private final AsOf.Source asOf;
  private final int looksPerBeat;
  private final Set<ChangeStream> open = new LinkedHashSet<>();
  private long looks;
  private boolean looking;

  StreamDesk(StockView view, ChangeStreams streams, Lookups lookups, int looksPerBeat) {
    this.view = view;
    this.streams = streams;
    this.lookups = lookups;
    this.asOf = new AsOf.Source(view);
    this.looksPerBeat = looksPerBeat;
  }

  void open(Exchange exchange) {
    lookups.asOf(exchange.startNanos());
    ClientId client = exchange.principal().client();
    Set<Long> skuIds = skuIds(exchange, client);
    ChangeStream stream = new ChangeStream(exchange, view, asOf, filter(exchange, client), skuIds);
    streams.add(stream, client, skuIds);
    open.add(stream);
    HttpServerResponse response = exchange.request().response();
    response.closeHandler(closed -> close(stream));
    response.endHandler(ended -> close(stream));
    response.exceptionHandler(broken -> close(stream));
    MultiMap headers = response.headers();
    headers.add(HttpHeaders.CONTENT_TYPE, "text/event-stream");
    headers.add(HttpHeaders.CACHE_CONTROL, "private, no-store");
    // Proxies that gather answers would keep the events back.
    headers.add("X-Accel-Buffering", "no");
    headers.add(ServerTiming.NAME, ServerTiming.ofMemory(exchange.startNanos()));
    response.setChunked(true);
    stream.begin(missed(exchange, skuIds));
    if (!looking) {
      looking = true;
      exchange.context().owner().setPeriodic(LOOK_MILLIS, look -> look());
    }
  }

  private void close(ChangeStream stream) {
    open.remove(stream);
    streams.remove(stream, stream.client(), stream.skuIds());
  }

  private Set<Long> skuIds(Exchange exchange, ClientId client) {
    List<String> codes = exchange.request().params().getAll("sku");
    if (codes.isEmpty() || codes.size() > MAX_SKUS) {
      String mend =
          "must be there 1 to " + MAX_SKUS + " times; open another stream to watch more SKUs";
      throw new ApiException(Problem.invalid(List.of(new Violation("sku", mend))));
    }
    Set<Long> skuIds = new LinkedHashSet<>();
    for (String code : codes) {
      ViewSku sku = view.sku(client, code);
      if (sku == null) {
        throw new ApiException(Problem.notFound("There is no SKU " + code));
      }
      skuIds.add(sku.id());
    }
    return skuIds;
  }

  private Filter filter(Exchange exchange, ClientId client) {
    List<Violation> found = new ArrayList<>();
    String location = exchange.query("location");
    Filter filter = Filter.read(view, client, location, null, null, null, "within_km", found);
    if (!found.isEmpty()) {
      throw new ApiException(Problem.invalid(found));
    }
    return filter;
  }

  /** The positions whose changes a reader who comes back has missed; null when all may be news. */
  private @Nullable Set<Long> missed(Exchange exchange, Set<Long> skuIds) {
    String last = exchange.request().headers().get("Last-Event-ID");
    Long place = last == null ? null : Seen.place(last, view.place());
    return place == null ? null : streams.recent().since(place, skuIds::contains);
  }

  private void look() {
    looks++;
    AsOf now = asOf.now(System.nanoTime());
    for (ChangeStream stream : List.copyOf(open)) {
      stream.tellFreshness(now);
      if (looks % LOOKS_PER_CHECK == 0) {
        stream.endIfUnknown();
      }
      if (looks % looksPerBeat == 0) {
        stream.beat();
      }
    }
  }
}
