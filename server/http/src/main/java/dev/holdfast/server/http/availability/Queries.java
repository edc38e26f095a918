package dev.holdfast.server.http.availability;

import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewSku;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.ServerTiming;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** Lookups of many SKUs at once on one event loop. */
final class Queries {
  /**
   * The longest answer: beyond, writing it would keep the other requests of the event loop waiting
   * for longer than they should.
   */
  static final int MAX_ANSWER = 4 * 1024 * 1024;

  private static final byte[] ITEMS = JsonBytes.of("{\"items\":[");
  private static final byte[] UNKNOWN = JsonBytes.of("],\"unknown\":[");
  private static final byte[] END = JsonBytes.of("]}");

  /** About what a SKU takes at one location, its times included. */
  private static final int EXPECTED = 192;

  private final StockView view;
  private final Lookups lookups;

  Queries(StockView view, Lookups lookups) {
    this.view = view;
    this.lookups = lookups;
  }

  void answer(Exchange exchange) {
    AsOf asOf = lookups.asOf(exchange.startNanos());
    Principal principal = exchange.principal();
    QueryBody query = QueryBody.of(exchange);
    long catalogue = view.catalogueChanges();
    Filter filter = filter(query, principal);
    JsonBytes json = new JsonBytes(64 + query.skus().size() * EXPECTED).raw(ITEMS);
    List<String> unknown = items(json, query, principal, catalogue, filter, asOf);
    json.raw(UNKNOWN);
    for (int i = 0; i < unknown.size(); i++) {
      json.ascii(i == 0 ? "" : ",").quoted(unknown.get(i));
    }
    json.raw(END);
    MultiMap headers = exchange.request().response().headers();
    headers.add(HttpHeaders.CONTENT_TYPE, Lookups.JSON);
    headers.add(HttpHeaders.CACHE_CONTROL, Lookups.CACHING);
    headers.add(Seen.NAME, lookups.seen().text());
    headers.add(ServerTiming.NAME, ServerTiming.ofMemory(exchange.startNanos()));
    exchange.request().response().end(json.toBuffer());
  }

  private Filter filter(QueryBody query, Principal principal) {
    if (query.key().isEmpty()) {
      return Filter.NONE;
    }
    List<Violation> found = new ArrayList<>(0);
    Filter filter =
        Filter.read(
            view,
            principal.client(),
            query.location(),
            query.region(),
            query.near(),
            query.within(),
            "withinKm",
            found);
    if (!found.isEmpty()) {
      throw new ApiException(Problem.invalid(found));
    }
    return filter;
  }

  /** Writes what is known, in the order asked, and returns what is not. */
  private List<String> items(
      JsonBytes json,
      QueryBody query,
      Principal principal,
      long catalogue,
      Filter filter,
      AsOf asOf) {
    List<String> unknown = new ArrayList<>(0);
    for (String code : query.skus()) {
      Ready ready = lookups.answers().kept(code, query.key(), principal);
      if (ready == null) {
        ViewSku sku = view.sku(principal.client(), code);
        if (sku == null) {
          unknown.add(code);
          continue;
        }
        ready = lookups.answers().make(code, query.key(), principal, catalogue, sku, filter);
      }
      if (json.last() == '}') {
        json.ascii(",");
      }
      ready.writeTo(json, asOf);
      if (json.length() > MAX_ANSWER) {
        throw new ApiException(tooLong());
      }
    }
    return unknown;
  }

  private static Problem tooLong() {
    String mend =
        "are at so many locations that the answer would be over "
            + MAX_ANSWER / (1024 * 1024)
            + " MB; ask for fewer at once, or name a location, a region or a point";
    return Problem.invalid(List.of(new Violation("skus", mend)));
  }
}
