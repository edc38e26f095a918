package dev.holdfast.server.http.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.CatalogueStore.Change;
import dev.holdfast.storage.api.Page;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the routes of SKUs and of locations answer alike. */
final class CatalogueAnswers {
  private CatalogueAnswers() {}

  /** Adds a route that reads. */
  static void get(
      Routes routes, String path, Permission permission, Function<Exchange, ObjectNode> read) {
    routes.blocking(
        HttpMethod.GET, path, permission, exchange -> exchange.json(200, read.apply(exchange)));
  }

  /** Adds a route that creates (POST) or replaces (PUT). */
  static void edit(
      Routes routes, HttpMethod method, String path, Function<Exchange, ObjectNode> change) {
    int status = method.equals(HttpMethod.POST) ? 201 : 200;
    routes.blocking(
        method,
        path,
        Permission.EDIT_CATALOGUE,
        exchange -> exchange.json(status, change.apply(exchange)));
  }

  /** Does work on the store and counts its time. */
  static <T> T asking(Exchange exchange, Supplier<T> store) {
    long start = System.nanoTime();
    try {
      return store.get();
    } finally {
      exchange.storeTook(System.nanoTime() - start);
    }
  }

  static <T> ObjectNode page(Page<T> page, BiConsumer<T, ObjectNode> write) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    page.items().forEach(item -> write.accept(item, items.addObject()));
    if (page.next() != null) {
      json.put("next", page.next());
    }
    return json;
  }

  /** The code in the address, which a body may repeat but not change. */
  static String codeInPath(Exchange exchange, JsonFields fields) {
    String code = exchange.path("code");
    String repeated = fields.text("code", code);
    if (!code.equals(repeated)) {
      fields.violate("code", "must be the code in the address, or be left out: codes never change");
    }
    return code;
  }

  /**
   * Refuses what the rules object to.
   *
   * @throws ApiException 422
   */
  static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new ApiException(Problem.invalid(violations));
    }
  }

  /**
   * Refuses a change that was not saved.
   *
   * @param what a SKU or a location, with its code
   * @throws ApiException 404 or 409
   */
  static void refuseUnlessSaved(Change change, String what) {
    switch (change) {
      case Change.Saved saved -> {}
      case Change.NotFound missing ->
          throw new ApiException(Problem.notFound("There is no " + what));
      case Change.CodeTaken taken ->
          throw conflict(
              "code-taken",
              "The code is taken",
              "There is a " + what + " already. PUT replaces it; POST needs another code.",
              "code");
      case Change.BarcodeTaken taken ->
          throw conflict(
              "barcode-taken",
              "The barcode is taken",
              "SKU "
                  + taken.bySku()
                  + " has the barcode "
                  + taken.barcode()
                  + ". Take it off there first, or leave it out here.",
              "barcodes");
      case Change.ScaleFixed fixed ->
          throw conflict(
              "scale-fixed",
              "The scale never changes",
              "The ledger of this SKU is written with scale "
                  + fixed.scale().decimals()
                  + ". Send that scale, or make a new SKU with another.",
              "scale");
    }
  }

  private static ApiException conflict(String slug, String title, String detail, String field) {
    return new ApiException(Problem.of(409, slug, title, detail).field(field));
  }
}
