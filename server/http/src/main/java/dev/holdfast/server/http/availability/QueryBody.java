package dev.holdfast.server.http.availability;

import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import io.vertx.core.http.HttpHeaders;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query about several SKUs asks of each: which locations. */
record QueryBody(
    @Nullable String location,
    @Nullable String region,
    @Nullable String near,
    @Nullable String within) {
  /** A full cart, a whole shelf. */
  static final int MAX_SKUS = 500;

  /** Every location. */
  static final QueryBody EVERYWHERE = new QueryBody(null, null, null, null);

  /**
   * Reads a body: the plain ones, which nearly all are, by {@link PlainQuery}.
   *
   * @param codes gathers the SKUs
   * @throws dev.holdfast.server.http.ApiException 415, 400 or 422
   */
  static QueryBody of(Exchange exchange, AskedCodes codes) {
    if ("application/json".equals(exchange.request().headers().get(HttpHeaders.CONTENT_TYPE))) {
      QueryBody plain = PlainQuery.read(exchange.bodyBytes(), codes);
      if (plain != null) {
        return plain;
      }
    }
    return strictly(exchange.fields(), codes);
  }

  private static QueryBody strictly(JsonFields fields, AskedCodes codes) {
    List<String> skus = fields.texts("skus", MAX_SKUS);
    String location = fields.text("location", null);
    String region = fields.text("region", null);
    String near = fields.text("near", null);
    BigDecimal within = fields.decimal("withinKm", null);
    if (skus.isEmpty()) {
      fields.violate("skus", "must hold 1 to " + MAX_SKUS + " codes of SKUs");
    }
    fields.finish();
    codes.take(skus);
    return new QueryBody(location, region, near, within == null ? null : plain(within));
  }

  /** A number as text, but no endless zeros of an exponent: such a number is refused anyhow. */
  private static String plain(BigDecimal number) {
    return Math.abs(number.scale()) > 20 ? number.toString() : number.toPlainString();
  }

  /** A query of one location; of all when it is null. */
  static QueryBody at(@Nullable String location) {
    return location == null ? EVERYWHERE : new QueryBody(location, null, null, null);
  }
}
