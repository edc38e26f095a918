package dev.holdfast.server.http.availability;

import dev.holdfast.application.view.StockView;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.ServerTiming;
import io.netty.buffer.ByteBuf;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** About what a code that nobody knows takes. */
  private static final int EXPECTED = 32;

  private final StockView view;
  private final Lookups lookups;
  private final ReadyRows rows;
  private final AskedCodes codes = new AskedCodes();
  private final JsonBytes scratch = new JsonBytes(Sheets.BYTES);
  private final Sheets sheets = new Sheets();

  /** Of the query at hand; null for what is unknown. */
  private final @Nullable ReadyRow[] found = new ReadyRow[QueryBody.MAX_SKUS];

  Queries(StockView view, Lookups lookups) {
    this.view = view;
    this.lookups = lookups;
    this.rows = new ReadyRows(view);
  }

  void answer(Exchange exchange) {
    AsOf asOf = lookups.asOf(exchange.startNanos());
    Principal principal = exchange.principal();
    QueryBody query = QueryBody.of(exchange, codes);
    RowShape shape = rows.shape(principal, query, () -> filter(query, principal));
    int length = find(shape, asOf.close().length + 1);
    JsonBytes json = length <= Sheets.BYTES ? scratch.clear() : new JsonBytes(length);
    writeItems(json.raw(ITEMS), asOf.close());
    HttpServerResponse response = exchange.request().response();
    MultiMap headers = response.headers();
    headers.add(HttpHeaders.CONTENT_TYPE, Lookups.JSON);
    headers.add(HttpHeaders.CACHE_CONTROL, Lookups.CACHING);
    headers.add(Seen.NAME, lookups.seen().text());
    headers.add(ServerTiming.NAME, lookups.timing(exchange.startNanos()));
    if (length <= Sheets.BYTES && json.length() <= Sheets.BYTES) {
      ByteBuf sheet = json.writeTo(sheets.take().clear());
      response.end(Sheets.buffer(sheet)).onComplete(sent -> sheets.giveBack(sheet));
    } else {
      response.end(json.toBuffer());
    }
  }

  private Filter filter(QueryBody query, Principal principal) {
    List<Violation> wrong = new ArrayList<>(0);
    Filter filter =
        Filter.read(
            view,
            principal.client(),
            query.location(),
            query.region(),
            query.near(),
            query.within(),
            "withinKm",
            wrong);
    if (!wrong.isEmpty()) {
      throw new ApiException(Problem.invalid(wrong));
    }
    return filter;
  }

  /**
   * Finds all rows, and tells about how long they are together.
   *
   * @param closing the bytes after each
   */
  private int find(RowShape shape, int closing) {
    int length = 0;
    for (int i = 0; i < codes.size(); i++) {
      ReadyRow row = rows.row(shape, codes, i);
      found[i] = row;
      length += row == null ? EXPECTED : row.head().length + closing;
      if (length > MAX_ANSWER) {
        Arrays.fill(found, 0, i + 1, null);
        throw new ApiException(tooLong());
      }
    }
    return length;
  }

  /** Writes what is known, in the order asked, and then what is not. */
  private void writeItems(JsonBytes json, byte[] close) {
    int unknown = 0;
    for (int i = 0; i < codes.size(); i++) {
      ReadyRow row = found[i];
      if (row == null) {
        unknown++;
      } else {
        if (i > unknown) {
          json.comma();
        }
        json.raw(row.head()).raw(close);
      }
    }
    json.raw(UNKNOWN);
    for (int i = 0, left = unknown; left > 0; i++) {
      if (found[i] == null) {
        json.quoted(codes.text(i));
        if (--left > 0) {
          json.comma();
        }
      }
    }
    json.raw(END);
    Arrays.fill(found, 0, codes.size(), null);
  }

  private static Problem tooLong() {
    String mend =
        "are at so many locations that the answer would be over "
            + MAX_ANSWER / (1024 * 1024)
            + " MB; ask for fewer at once, or name a location, a region or a point";
    return Problem.invalid(List.of(new Violation("skus", mend)));
  }
}
