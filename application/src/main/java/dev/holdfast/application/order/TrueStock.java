package dev.holdfast.application.order;

import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewSku;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.stock.LineRefusal;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.api.StockReader.PositionFilter;
import dev.holdfast.storage.api.StockReader.PositionRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the store says about stock where this node's memory may be behind it. */
final class TrueStock {
  /** Reads per order at most: a refusal must not cost the store more than a sale. */
  private static final int MAX_SKUS = 8;

  private final StockReader reader;
  private final StockView view;

  TrueStock(StockReader reader, StockView view) {
    this.reader = reader;
    this.view = view;
  }

  /**
   * What can be had of the SKUs that a plan lacks, where that differs from memory. Somebody who
   * received goods a moment ago must not be told that there are none.
   */
  Map<PositionKey, Long> ofLacking(PlanQuestion question, OrderPlan.Impossible plan) {
    Map<PositionKey, Long> differs = new HashMap<>();
    List<ViewSku> lacking =
        plan.obstacles().stream()
            .filter(obstacle -> obstacle.kind().equals("stock"))
            .map(obstacle -> view.sku(question.client(), obstacle.subject()))
            .filter(sku -> sku != null)
            .limit(MAX_SKUS)
            .toList();
    for (ViewSku sku : lacking) {
      compare(question, sku.id(), rows(question.client(), sku.id()), differs);
    }
    return differs;
  }

  /** The lines that a plan lacks stock for. */
  List<OrderLine> lacking(ClientId client, List<OrderLine> lines, OrderPlan.Impossible plan) {
    Set<Long> skus = new HashSet<>();
    for (PlanObstacle obstacle : plan.obstacles()) {
      ViewSku sku = obstacle.kind().equals("stock") ? view.sku(client, obstacle.subject()) : null;
      if (sku != null) {
        skus.add(sku.id());
      }
    }
    return lines.stream().filter(line -> skus.contains(line.skuId())).toList();
  }

  private List<PositionRow> rows(ClientId client, long skuId) {
    PositionFilter filter = new PositionFilter(skuId, null, false);
    return reader.positions(client, filter, null, Page.MAX_LIMIT).items();
  }

  private void compare(
      PlanQuestion question, long skuId, List<PositionRow> rows, Map<PositionKey, Long> differs) {
    var remembered = view.stock(skuId);
    for (PositionRow row : rows) {
      PositionKey position = row.position();
      int at = remembered.indexOf(position.locationId());
      boolean behind = at < 0 || remembered.version(at) < row.balance().version();
      long own = question.own().getOrDefault(position, 0L);
      long really = row.balance().availableToPromise() + own;
      Long known = question.known().get(position);
      if (known == null ? behind : known != really) {
        differs.put(position, really);
      }
    }
  }

  /** What a refused change was told of the lines that it lacked. */
  static Map<PositionKey, Long> of(Outcome.Refused refused) {
    Map<PositionKey, Long> known = new HashMap<>();
    for (LineRefusal line : refused.lines()) {
      if (line.reason() == Refusal.INSUFFICIENT_STOCK) {
        known.merge(line.position(), line.available(), Math::min);
      }
    }
    return known;
  }
}
