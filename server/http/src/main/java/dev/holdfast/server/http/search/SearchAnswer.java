package dev.holdfast.server.http.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.search.SkuHit;
import dev.holdfast.application.search.SkuHits;
import dev.holdfast.application.search.Spelling;
import dev.holdfast.application.view.Freshness;
import dev.holdfast.application.view.SkuStock;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewLocation;
import dev.holdfast.application.view.ViewSku;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes what was found, with names and stock from the view. */
final class SearchAnswer {
  private final StockView view;
  private final ClientId client;
  private final boolean seesBalances;
  private final @Nullable ViewLocation location;
  private final Freshness freshness;

  /**
   * An answer as of now: made before stock is read, which may then be newer than it says, never
   * older.
   *
   * @param location whose stock is asked for; null for the sum of all
   */
  SearchAnswer(StockView view, Principal caller, @Nullable ViewLocation location) {
    this.view = view;
    this.client = caller.client();
    this.seesBalances = caller.role().may(Permission.SEE_BALANCES);
    this.location = location;
    this.freshness = view.freshness();
  }

  ObjectNode json(String text, SkuHits found) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    String best = null;
    for (SkuHit hit : found.hits()) {
      ViewSku sku = view.skuById(client, hit.skuId());
      // The index and the view follow the feed each at its own pace.
      if (sku != null) {
        best = best == null ? sku.name() : best;
        write(sku, hit, items.addObject());
      }
    }
    String meant = best == null || !found.forgiving() ? null : Spelling.mended(text, best);
    if (meant != null) {
      json.put("didYouMean", meant);
    }
    if (found.indexing()) {
      json.put("indexing", true);
    }
    writeFreshness(json);
    return json;
  }

  private void write(ViewSku sku, SkuHit hit, ObjectNode json) {
    json.put("sku", sku.code()).put("name", sku.name()).put("category", sku.category());
    if (!sku.barcodes().isEmpty()) {
      sku.barcodes().forEach(json.putArray("barcodes")::add);
    }
    json.put("unit", sku.unit()).put("matched", hit.matched().label());
    if (!freshness.ready()) {
      return;
    }
    SkuStock stock = view.stock(sku.id());
    ObjectNode availability = json.putObject("availability");
    if (location == null) {
      writeEverywhere(stock, sku.scale(), availability);
    } else {
      writeAt(location, stock, sku.scale(), availability);
    }
  }

  private static void writeEverywhere(SkuStock stock, Scale scale, ObjectNode json) {
    long total = 0;
    int locations = 0;
    for (int i = 0; i < stock.size(); i++) {
      long available = stock.availableToPromise(i);
      total += available;
      locations += available > 0 ? 1 : 0;
    }
    json.put("availableToPromise", scale.toDecimal(total)).put("locations", locations);
  }

  private void writeAt(ViewLocation here, SkuStock stock, Scale scale, ObjectNode json) {
    int at = stock.indexOf(here.id());
    boolean known = at >= 0;
    json.put("location", here.code());
    json.put("availableToPromise", scale.toDecimal(known ? stock.availableToPromise(at) : 0));
    if (seesBalances) {
      json.put("onHand", scale.toDecimal(known ? stock.onHand(at) : 0));
      json.put("reserved", scale.toDecimal(known ? stock.reserved(at) : 0));
    }
    json.put("version", known ? stock.version(at) : 0);
  }

  private void writeFreshness(ObjectNode json) {
    if (!freshness.ready()) {
      json.put("stale", true);
      return;
    }
    json.put("asOf", freshness.asOf().truncatedTo(ChronoUnit.MILLIS).toString());
    json.put("stale", freshness.stale());
    if (freshness.stale()) {
      json.put("ageSeconds", BigDecimal.valueOf(freshness.age().toMillis(), 3));
    }
  }
}
