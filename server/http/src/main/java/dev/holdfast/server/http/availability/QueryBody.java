package dev.holdfast.server.http.availability;

import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a query about several SKUs.
 *
 * @param key the filters as one text, for what is kept; empty where there are none
 */
record QueryBody(
    List<String> skus,
    @Nullable String location,
    @Nullable String region,
    @Nullable String near,
    @Nullable String within,
    String key) {
  /** A full cart, a whole shelf. */
  static final int MAX_SKUS = 500;

  /**
   * Reads a body: the plain ones, which nearly all are, by {@link PlainQuery}.
   *
   * @throws dev.holdfast.server.http.ApiException 415, 400 or 422
   */
  static QueryBody of(Exchange exchange) {
    if ("application/json".equals(exchange.request().headers().get("Content-Type"))) {
      QueryBody plain = PlainQuery.read(exchange.bodyBytes());
      if (plain != null) {
        return plain;
      }
    }
    return strictly(exchange.fields());
  }

  private static QueryBody strictly(JsonFields fields) {
    List<String> skus = fields.texts("skus", MAX_SKUS);
    String location = fields.text("location", null);
    String region = fields.text("region", null);
    String near = fields.text("near", null);
    BigDecimal within = fields.decimal("withinKm", null);
    if (skus.isEmpty()) {
      fields.violate("skus", "must hold 1 to " + MAX_SKUS + " codes of SKUs");
    }
    fields.finish();
    String km = within == null ? null : plain(within);
    String key = key(location, region, near, km);
    return new QueryBody(skus, location, region, near, km, key);
  }

  /** A number as text, but no endless zeros of an exponent: such a number is refused anyhow. */
  private static String plain(BigDecimal number) {
    return Math.abs(number.scale()) > 20 ? number.toString() : number.toPlainString();
  }

  private static String key(@Nullable String... filters) {
    StringBuilder key = new StringBuilder();
    boolean any = false;
    for (String filter : filters) {
      // A length before each: no two lists of texts read the same.
      key.append('?').append(filter == null ? -1 : filter.length()).append(filter);
      any |= filter != null;
    }
    return any ? key.toString() : "";
  }

  static QueryBody plain(List<String> skus, @Nullable String location) {
    String key = location == null ? "" : key(location, null, null, null);
    return new QueryBody(skus, location, null, null, null, key);
  }
}
