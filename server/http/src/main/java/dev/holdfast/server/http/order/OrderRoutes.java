package dev.holdfast.server.http.order;

import dev.holdfast.application.bulk.OrderFile;
import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.order.ChangeOrders;
import dev.holdfast.application.order.LackOfStock;
import dev.holdfast.application.order.OrderImport;
import dev.holdfast.application.order.OrderLines;
import dev.holdfast.application.order.PlaceOrder;
import dev.holdfast.application.order.PlanOrder;
import dev.holdfast.application.order.PromiseOrder;
import dev.holdfast.application.order.ReplanOrder;
import dev.holdfast.application.order.ReturnGoods;
import dev.holdfast.application.view.StockView;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.stock.NamedReads;
import dev.holdfast.storage.api.OrderStore;
import dev.holdfast.storage.api.StockReader;
import java.time.Clock;

/** Everything about orders over HTTP. */
public final class OrderRoutes {
  private final PlaceRoutes placing;
  private final ChangeRoutes changing;
  private final PromiseRoutes promising;
  private final OrderReads reads;
  private final OrderFiles files;

  public OrderRoutes(
      PlanOrder planning,
      OrderStore orders,
      StockReader stock,
      CommandLanes lanes,
      CatalogueDirectory directory,
      StockView view,
      LackOfStock lack,
      Clock clock) {
    OrderNames names = new OrderNames(view, directory);
    OrderJson json = new OrderJson(names);
    OrderDesk desk = new OrderDesk(lanes, directory, json);
    OrderLines lines = new OrderLines(directory, view);
    HeldGoods held = new HeldGoods(stock, lines);
    ChangeOrders changes = new ChangeOrders(orders, lanes);
    PlaceOrder place = new PlaceOrder(planning, orders, stock, lanes, lack, clock);
    this.placing = new PlaceRoutes(place, lines, names, held, view, desk);
    this.files = new OrderFiles(new OrderImport(place, orders), lines, names, held, view);
    this.changing =
        new ChangeRoutes(
            changes,
            new ReplanOrder(planning, stock, changes, clock),
            new ReturnGoods(changes, clock),
            lines,
            names,
            desk,
            clock);
    this.promising =
        new PromiseRoutes(
            new PromiseOrder(planning, stock, lanes, clock), lines, names, held, view, desk);
    this.reads = new OrderReads(orders, json, new NamedReads(directory));
  }

  /** What takes files of orders. */
  public OrderFile files() {
    return files;
  }

  public void addTo(Routes routes) {
    placing.addTo(routes);
    changing.addTo(routes);
    promising.addTo(routes);
    reads.addTo(routes);
  }
}
