package dev.holdfast.server.http.stock;

import dev.holdfast.application.stock.LineRequest;
import dev.holdfast.domain.access.Role;
import dev.holdfast.server.http.Exchange;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** What one reservation of a shopper may hold: a cart, and not the shop. */
final class ShopperLimits {
  static final int MAX_LINES = 20;

  /** In the SKU's unit. */
  static final int MAX_QUANTITY = 99;

  /** Long enough to pay. */
  static final Duration MAX_TIME_TO_LIVE = Duration.ofHours(1);

  private ShopperLimits() {}

  /** Whether the caller is held to them. */
  private static boolean apply(Exchange exchange) {
    return exchange.principal().role() == Role.SHOPPER;
  }

  /** Adds what is too much of a shopper's lines. */
  static void check(Exchange exchange, List<LineRequest> lines, CommandBody body) {
    if (!apply(exchange)) {
      return;
    }
    if (lines.size() > MAX_LINES) {
      String size = "holds " + lines.size() + " elements; ";
      body.violate("lines", size + "a shopper reserves at most " + MAX_LINES + " at once");
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).quantity().compareTo(BigDecimal.valueOf(MAX_QUANTITY)) > 0) {
        body.violate(
            "lines[" + i + "].quantity",
            "must be at most " + MAX_QUANTITY + " for a shopper; ask the shop for more");
      }
    }
  }

  /** Adds that a shopper's time is too long. */
  static void check(Exchange exchange, Duration timeToLive, CommandBody body) {
    if (apply(exchange) && timeToLive.compareTo(MAX_TIME_TO_LIVE) > 0) {
      body.violate(
          "ttlSeconds",
          "must be at most " + MAX_TIME_TO_LIVE.toSeconds() + " seconds for a shopper");
    }
  }
}
