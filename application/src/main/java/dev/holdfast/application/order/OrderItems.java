package dev.holdfast.application.order;

import dev.holdfast.application.fulfilment.setup.FulfilmentSetup;
import dev.holdfast.application.fulfilment.setup.FulfilmentSetup.SkuWishes;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewSku;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.sourcing.Part;
import dev.holdfast.domain.order.OrderLine;
import java.util.ArrayList;
import java.util.List;

/** The lines of an order with the sizes of their goods, and what is missing of these. */
record OrderItems(List<OrderItem> items, List<PlanObstacle> obstacles) {
  /** Measures the lines by what memory knows of their SKUs. */
  static OrderItems of(
      StockView view, FulfilmentSetup setup, ClientId client, List<OrderLine> lines) {
    List<OrderItem> items = new ArrayList<>();
    List<PlanObstacle> obstacles = new ArrayList<>(0);
    for (int i = 0; i < lines.size(); i++) {
      OrderLine line = lines.get(i);
      ViewSku sku = view.skuById(client, line.skuId());
      if (sku == null) {
        obstacles.add(unknown(line));
      } else if (!isMeasured(sku.size())) {
        obstacles.add(unmeasured(sku.code(), sku.size()));
      } else if (longest(sku.size()) > Goods.MAX_SIDE_MM) {
        obstacles.add(tooLong(sku.code()));
      } else {
        OrderItem item = item(i, line, sku, setup.wishesOf(sku.code()));
        if (item.pieces() > Part.MAX_QUANTITY) {
          obstacles.add(tooMany(sku.code()));
        }
        items.add(item);
      }
    }
    return new OrderItems(items, obstacles);
  }

  private static OrderItem item(int index, OrderLine line, ViewSku sku, SkuWishes wishes) {
    Sku.Size size = sku.size();
    Goods goods =
        new Goods(
            sku.code(),
            size.lengthMm(),
            size.widthMm(),
            size.heightMm(),
            size.weightG(),
            wishes.handling());
    long piece = sku.scale().unit();
    return new OrderItem(
        index, line.skuId(), goods, line.quantity(), piece, wishes.minShelfLifeDays());
  }

  private static boolean isMeasured(Sku.Size size) {
    return size.lengthMm() > 0 && size.widthMm() > 0 && size.heightMm() > 0 && size.weightG() > 0;
  }

  private static PlanObstacle unmeasured(String code, Sku.Size size) {
    boolean onlyWeight = size.lengthMm() > 0 && size.widthMm() > 0 && size.heightMm() > 0;
    return new PlanObstacle(
        PlanObstacle.UNMEASURED,
        code,
        code
            + (onlyWeight
                ? " has no weight: PUT /v1/skus/" + code + " with weightG."
                : " has no size: PUT /v1/skus/"
                    + code
                    + " with lengthMm, widthMm, heightMm and weightG of one unit."));
  }

  private static int longest(Sku.Size size) {
    return Math.max(size.lengthMm(), Math.max(size.widthMm(), size.heightMm()));
  }

  private static PlanObstacle tooLong(String code) {
    return new PlanObstacle(
        PlanObstacle.SIZE,
        code,
        code + " is longer than 20 m, which no carrier takes: correct its size.");
  }

  private static PlanObstacle tooMany(String code) {
    return new PlanObstacle(
        PlanObstacle.SIZE,
        code,
        "At most " + Part.MAX_QUANTITY + " units of " + code + " fit into one order: divide it.");
  }

  /** A SKU that was made a moment ago, or by a node that this one has not heard yet. */
  private static PlanObstacle unknown(OrderLine line) {
    return new PlanObstacle(
        PlanObstacle.UNMEASURED,
        Long.toString(line.skuId()),
        "A SKU of the order is not in this node's memory yet: try again in a second.");
  }
}
