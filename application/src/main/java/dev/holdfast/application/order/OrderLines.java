package dev.holdfast.application.order;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.view.StockView;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Turns lines as people write them into the lines of an order: codes become numbers, decimals
 * smallest units, and lines of one SKU become one. May wait for the store.
 */
public final class OrderLines {
  /** One bit per line in sourcing; longer lists are several orders. */
  public static final int MAX_LINES = 64;

  /** How long a SKU that was just made may take to come to this node's memory. */
  private static final long PATIENCE_NANOS = 1_000_000_000L;

  private static final long LOOK_NANOS = 5_000_000L;

  private final CatalogueDirectory directory;
  private final StockView view;

  public OrderLines(CatalogueDirectory directory, StockView view) {
    this.directory = directory;
    this.view = view;
  }

  /**
   * A line as somebody wrote it, with the quantity in the SKU's unit.
   *
   * @param amountMinor what is paid for it; 0 where nobody says
   */
  public record Written(String sku, BigDecimal quantity, long amountMinor) {}

  /**
   * The lines, each SKU once, in the order in which they first came.
   *
   * @param violations takes what is wrong, named by {@code lines[i]}
   */
  public List<OrderLine> resolve(
      ClientId client, List<Written> written, List<Violation> violations) {
    Map<Long, OrderLine> sums = new LinkedHashMap<>();
    for (OrderLine line : each(client, written, violations)) {
      sums.merge(line.skuId(), line, OrderLines::together);
    }
    if (violations.isEmpty()) {
      sums.keySet().forEach(sku -> await(client, sku));
    }
    return List.copyOf(sums.values());
  }

  private static OrderLine together(OrderLine one, OrderLine other) {
    return new OrderLine(
        one.skuId(),
        one.quantity() + other.quantity(),
        one.ordered() + other.ordered(),
        one.amountMinor() + other.amountMinor());
  }

  /**
   * The lines as they are written, one for one where nothing is wrong.
   *
   * @param violations takes what is wrong, named by {@code lines[i]}
   */
  public List<OrderLine> each(ClientId client, List<Written> written, List<Violation> violations) {
    List<String> unknown =
        written.stream()
            .map(Written::sku)
            .filter(code -> directory.sku(client, code) == null)
            .toList();
    if (!unknown.isEmpty()) {
      directory.load(client, unknown);
    }
    List<OrderLine> lines = new ArrayList<>(written.size());
    for (int i = 0; i < written.size(); i++) {
      String field = "lines[" + i + "].";
      SkuRef sku = directory.sku(client, written.get(i).sku());
      if (sku == null) {
        String mend = "there is no SKU " + written.get(i).sku() + "; GET /v1/skus lists them";
        violations.add(new Violation(field + "sku", mend));
      } else {
        add(lines, sku, written.get(i), field, violations);
      }
    }
    return lines;
  }

  /** The lines of what is reserved. */
  public List<OrderLine> of(ClientId client, List<Line> reserved) {
    Map<Long, Long> sums = new LinkedHashMap<>();
    for (Line line : reserved) {
      sums.merge(line.position().skuId(), line.quantity(), Long::sum);
    }
    sums.keySet().forEach(sku -> await(client, sku));
    List<OrderLine> lines = new ArrayList<>(sums.size());
    sums.forEach((sku, quantity) -> lines.add(new OrderLine(sku, quantity)));
    return lines;
  }

  private static void add(
      List<OrderLine> lines, SkuRef sku, Written written, String line, List<Violation> violations) {
    String field = line + "quantity";
    OptionalLong units = sku.scale().parse(written.quantity());
    if (units.isEmpty()) {
      int decimals = sku.scale().decimals();
      violations.add(
          new Violation(
              field,
              sku.code()
                  + (decimals == 0
                      ? " is counted in whole units; write a whole number"
                      : " is counted with at most " + decimals + " decimals")
                  + " that is not too large"));
    } else if (units.getAsLong() <= 0) {
      violations.add(new Violation(field, "must be more than 0"));
    } else if (units.getAsLong() > Line.MAX_QUANTITY) {
      String mend = "is too large: at most " + Line.MAX_QUANTITY + " smallest units in one line";
      violations.add(new Violation(field, mend));
    } else {
      long quantity = units.getAsLong();
      lines.add(new OrderLine(sku.id(), quantity, quantity, written.amountMinor()));
    }
  }

  /** Somebody who has just made a SKU may order it, though the feed is a moment behind. */
  private void await(ClientId client, long skuId) {
    long start = System.nanoTime();
    while (view.skuById(client, skuId) == null && System.nanoTime() - start < PATIENCE_NANOS) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
