package dev.holdfast.server.http.stock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.LineRefusal;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.server.http.Problem;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import java.util.List;

/** Refused commands as problems: which line, why, and what could be had instead. */
public final class Refusals {
  private Refusals() {}

  /** A refusal with the names of its lines, which are read from the store where it has to be. */
  public static Problem problem(
      Outcome.Refused refused, ClientId client, CatalogueDirectory directory) {
    if (!refused.lines().isEmpty()) {
      List<Long> skus = refused.lines().stream().map(line -> line.position().skuId()).toList();
      directory.loadById(client, skus);
      directory.loadLocations(client);
    }
    return problem(refused, new OutcomeJson(client, directory));
  }

  static Problem problem(Outcome.Refused refused, OutcomeJson names) {
    Refusal refusal = refused.refusal();
    int status = refusal == Refusal.NOT_FOUND ? 404 : 409;
    Problem problem = Problem.of(status, refusal.code(), title(refusal), mend(refusal));
    problem.extra().put("decidedAt", refused.at().toString());
    if (!refused.lines().isEmpty()) {
      ArrayNode lines = problem.extra().putArray("lines");
      for (LineRefusal line : refused.lines()) {
        add(lines.addObject(), line, names);
      }
    }
    return problem;
  }

  private static void add(ObjectNode json, LineRefusal line, OutcomeJson names) {
    SkuRef sku = names.sku(line.position());
    if (sku == null) {
      return;
    }
    json.put("line", line.line());
    json.put("sku", sku.code());
    json.put("location", names.location(line.position()));
    json.put("requested", sku.scale().toDecimal(line.requested()));
    json.put("available", sku.scale().toDecimal(line.available()));
    json.put("version", line.version());
    json.put("reason", line.reason().code());
  }

  private static String title(Refusal refusal) {
    return switch (refusal) {
      case INSUFFICIENT_STOCK -> "Not enough in stock";
      case NOT_ON_HAND -> "Not that many there";
      case POSITION_FULL -> "More than a position can hold";
      case NOT_FOUND -> "Not found";
      case RESERVATION_EXPIRED -> "The reservation has expired";
      case RESERVATION_ENDED -> "The reservation has ended already";
      case NOT_DUE -> "The reservation is not due yet";
      case TRANSFER_ENDED -> "The transfer has ended already";
      case HELD_BY_ORDER -> "The reservation belongs to an order";
      case ORDER_CHANGED -> "The order has changed meanwhile";
      case ORDER_EXISTS -> "There is such an order already";
    };
  }

  private static String mend(Refusal refusal) {
    return switch (refusal) {
      case INSUFFICIENT_STOCK ->
          "Nothing was taken. Ask for at most what each line says is available, or leave the line"
              + " out.";
      case NOT_ON_HAND ->
          "Nothing was changed. Fewer are physically there than the lines take away; count the"
              + " position first if that is wrong.";
      case POSITION_FULL -> "Nothing was changed. Check the quantity and the SKU's unit.";
      case NOT_FOUND ->
          "There is no such reservation, transfer or order. Check the identifier; a key sees only what"
              + " belongs to its own client.";
      case RESERVATION_EXPIRED ->
          "Its time was over and the stock went back. Reserve again; extend earlier next time.";
      case RESERVATION_ENDED ->
          "It was confirmed or released before; GET it to see which. A confirmed sale is undone"
              + " with a return.";
      case NOT_DUE -> "Nothing was changed. It expires by itself at its time.";
      case TRANSFER_ENDED -> "It was received or cancelled before; GET it to see which.";
      case HELD_BY_ORDER ->
          "Its stock is held for an order and ends with it. Cancel, change or ship the order; GET the"
              + " reservation to see which it is.";
      case ORDER_CHANGED ->
          "Somebody changed it first and nothing was done. GET the order, and ask again if you still"
              + " want the change.";
      case ORDER_EXISTS ->
          "Nothing was done. GET the order by its number, or give the new one a number of its own.";
    };
  }
}
