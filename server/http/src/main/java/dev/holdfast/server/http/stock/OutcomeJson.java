package dev.holdfast.server.http.stock;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers about positions as JSON, with codes for numbers. By hand, because it is on the
 * path of every command; codes hold no character that JSON would escape, and nothing else that
 * comes from outside is written here.
 */
final class OutcomeJson {
  private final StringBuilder text = new StringBuilder(256);
  private final ClientId client;
  private final CatalogueDirectory directory;
  private boolean complete = true;

  OutcomeJson(ClientId client, CatalogueDirectory directory) {
    this.client = client;
    this.directory = directory;
  }

  /** Whether memory knew every code that was needed. */
  boolean complete() {
    return complete;
  }

  String text() {
    return text.toString();
  }

  OutcomeJson raw(String json) {
    text.append(json);
    return this;
  }

  OutcomeJson field(String name, String codeOrId) {
    text.append('"').append(name).append("\":\"").append(codeOrId).append('"');
    return this;
  }

  OutcomeJson field(String name, long number) {
    text.append('"').append(name).append("\":").append(number);
    return this;
  }

  OutcomeJson field(String name, Instant at) {
    return field(name, at.toString());
  }

  OutcomeJson comma() {
    text.append(',');
    return this;
  }

  /** The SKU of a position, or null when memory lacks it. */
  @Nullable SkuRef sku(PositionKey position) {
    SkuRef sku = directory.skuById(client, position.skuId());
    complete &= sku != null;
    return sku;
  }

  /** The code of a position's location, "" when memory lacks it. */
  String location(PositionKey position) {
    LocationRef location = directory.locationById(client, position.locationId());
    complete &= location != null;
    return location == null ? "" : location.code();
  }

  /** The start of a line: which position. Returns the SKU, or null when memory lacks a code. */
  @Nullable SkuRef position(PositionKey position) {
    SkuRef sku = sku(position);
    if (sku != null) {
      field("sku", sku.code()).comma().field("location", location(position));
    }
    return sku;
  }

  /** A quantity with the SKU's decimals. */
  OutcomeJson quantity(String name, long units, SkuRef sku) {
    text.append('"').append(name).append("\":").append(sku.scale().format(units));
    return this;
  }

  /** Everything about a balance. */
  OutcomeJson balance(Balance balance, SkuRef sku) {
    quantity("onHand", balance.onHand(), sku).comma();
    quantity("reserved", balance.reserved(), sku).comma();
    quantity("safetyStock", balance.safetyStock(), sku).comma();
    quantity("shortfall", balance.shortfall(), sku).comma();
    return quantity("availableToPromise", balance.availableToPromise(), sku)
        .comma()
        .field("version", balance.version());
  }
}
