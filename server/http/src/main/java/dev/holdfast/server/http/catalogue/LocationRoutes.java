package dev.holdfast.server.http.catalogue;

import static dev.holdfast.server.http.catalogue.CatalogueAnswers.asking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.LocationInput;
import dev.holdfast.domain.catalogue.LocationRules;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.Page;
import io.vertx.core.http.HttpMethod;
import java.util.Objects;

/** Locations: list, get, create, replace. */
final class LocationRoutes {
  private final CatalogueStore store;

  LocationRoutes(CatalogueStore store) {
    this.store = store;
  }

  void addTo(Routes routes) {
    CatalogueAnswers.get(routes, "/v1/locations", Permission.LOOK_UP, this::list);
    CatalogueAnswers.get(routes, "/v1/locations/:code", Permission.LOOK_UP, this::get);
    CatalogueAnswers.edit(routes, HttpMethod.POST, "/v1/locations", this::create);
    CatalogueAnswers.edit(routes, HttpMethod.PUT, "/v1/locations/:code", this::replace);
  }

  private ObjectNode list(Exchange exchange) {
    ClientId client = exchange.principal().client();
    String region = exchange.query("region");
    String cursor = exchange.query("cursor");
    int limit = exchange.limit();
    Page<Location> page = asking(exchange, () -> store.locations(client, region, cursor, limit));
    return CatalogueAnswers.page(page, LocationRoutes::write);
  }

  private ObjectNode get(Exchange exchange) {
    String code = exchange.path("code");
    Location location =
        asking(exchange, () -> store.location(exchange.principal().client(), code))
            .orElseThrow(() -> new ApiException(Problem.notFound("There is no location " + code)));
    return json(location);
  }

  private ObjectNode create(Exchange exchange) {
    JsonFields fields = exchange.fields();
    Location location = read(fields, fields.text("code"));
    var change = asking(exchange, () -> store.create(exchange.principal().client(), location));
    CatalogueAnswers.refuseUnlessSaved(change, "location " + location.code());
    return json(location);
  }

  private ObjectNode replace(Exchange exchange) {
    JsonFields fields = exchange.fields();
    Location location = read(fields, CatalogueAnswers.codeInPath(exchange, fields));
    var change = asking(exchange, () -> store.update(exchange.principal().client(), location));
    CatalogueAnswers.refuseUnlessSaved(change, "location " + location.code());
    return json(location);
  }

  private static Location read(JsonFields fields, String code) {
    LocationInput input =
        new LocationInput(
            code,
            fields.text("name"),
            fields.text("kind"),
            fields.text("region"),
            fields.decimal("latitude"),
            fields.decimal("longitude"),
            fields.text("timeZone"),
            Objects.requireNonNullElse(fields.text("address", ""), ""));
    fields.finish();
    CatalogueAnswers.refuse(LocationRules.check(input));
    return input.toLocation();
  }

  private static ObjectNode json(Location location) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    write(location, json);
    return json;
  }

  private static void write(Location location, ObjectNode json) {
    json.put("code", location.code())
        .put("name", location.name())
        .put("kind", location.kind().label())
        .put("region", location.region())
        .put("latitude", location.latitude())
        .put("longitude", location.longitude())
        .put("timeZone", location.timeZone().getId())
        .put("address", location.address());
  }
}
