package dev.holdfast.server.http.catalogue;

import static dev.holdfast.server.http.catalogue.CatalogueAnswers.asking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.BarcodeRules;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.domain.catalogue.SkuInput;
import dev.holdfast.domain.catalogue.SkuRules;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.Page;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/** SKUs: list, find by barcode, get, create, replace. */
final class SkuRoutes {
  private final CatalogueStore store;

  SkuRoutes(CatalogueStore store) {
    this.store = store;
  }

  void addTo(Routes routes) {
    CatalogueAnswers.get(routes, "/v1/skus", Permission.READ, this::list);
    CatalogueAnswers.get(routes, "/v1/skus/:code", Permission.LOOK_UP, this::get);
    CatalogueAnswers.edit(routes, HttpMethod.POST, "/v1/skus", this::create);
    CatalogueAnswers.edit(routes, HttpMethod.PUT, "/v1/skus/:code", this::replace);
  }

  private ObjectNode list(Exchange exchange) {
    ClientId client = exchange.principal().client();
    String barcode = exchange.query("barcode");
    String category = exchange.query("category");
    String cursor = exchange.query("cursor");
    int limit = exchange.limit();
    Page<Sku> page =
        asking(
            exchange,
            () ->
                barcode == null
                    ? store.skus(client, category, cursor, limit)
                    : new Page<>(store.skuByBarcode(client, barcode).stream().toList(), null));
    return CatalogueAnswers.page(page, SkuRoutes::write);
  }

  private ObjectNode get(Exchange exchange) {
    String code = exchange.path("code");
    Sku sku =
        asking(exchange, () -> store.sku(exchange.principal().client(), code))
            .orElseThrow(() -> new ApiException(Problem.notFound("There is no SKU " + code)));
    return json(sku);
  }

  private ObjectNode create(Exchange exchange) {
    JsonFields fields = exchange.fields();
    Sku sku = read(fields, fields.text("code"));
    var change = asking(exchange, () -> store.create(exchange.principal().client(), sku));
    CatalogueAnswers.refuseUnlessSaved(change, "SKU " + sku.code());
    return json(sku);
  }

  private ObjectNode replace(Exchange exchange) {
    JsonFields fields = exchange.fields();
    Sku sku = read(fields, CatalogueAnswers.codeInPath(exchange, fields));
    var change = asking(exchange, () -> store.update(exchange.principal().client(), sku));
    CatalogueAnswers.refuseUnlessSaved(change, "SKU " + sku.code());
    return json(sku);
  }

  private static Sku read(JsonFields fields, String code) {
    SkuInput input =
        new SkuInput(
            code,
            fields.text("name"),
            List.copyOf(fields.texts("barcodes", BarcodeRules.MAX_BARCODES)),
            fields.text("unit"),
            fields.integer("scale", 0),
            fields.integer("lengthMm", 0),
            fields.integer("widthMm", 0),
            fields.integer("heightMm", 0),
            fields.integer("weightG", 0),
            fields.text("category"));
    fields.finish();
    CatalogueAnswers.refuse(SkuRules.check(input));
    return input.toSku();
  }

  private static ObjectNode json(Sku sku) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    write(sku, json);
    return json;
  }

  private static void write(Sku sku, ObjectNode json) {
    json.put("code", sku.code()).put("name", sku.name());
    sku.barcodes().forEach(json.putArray("barcodes")::add);
    json.put("unit", sku.unit())
        .put("scale", sku.scale().decimals())
        .put("lengthMm", sku.size().lengthMm())
        .put("widthMm", sku.size().widthMm())
        .put("heightMm", sku.size().heightMm())
        .put("weightG", sku.size().weightG())
        .put("category", sku.category());
  }
}
