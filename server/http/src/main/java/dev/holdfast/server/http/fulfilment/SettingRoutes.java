package dev.holdfast.server.http.fulfilment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.fulfilment.setup.RulesSetting;
import dev.holdfast.application.fulfilment.setup.SetUpFulfilment;
import dev.holdfast.application.fulfilment.setup.Setting;
import dev.holdfast.application.fulfilment.setup.SettingJson;
import dev.holdfast.application.fulfilment.setup.SettingKind;
import dev.holdfast.application.fulfilment.setup.SetupAnswer;
import dev.holdfast.application.fulfilment.setup.TermsSetting;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.CodeRules;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Failures;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.SetupStore;
import dev.holdfast.storage.api.SetupStore.SetupRow;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.Function;

/** Cartons, class rules, terms, wishes, facilities and layouts: set, see, remove, list. */
final class SettingRoutes {
  /** A layout of 50,000 slots, generously written. */
  private static final int MAX_LAYOUT = 8 << 20;

  private static final String ROOT = "/v1/fulfilment/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SetupStore store;
  private final SetUpFulfilment settings;

  SettingRoutes(SetupStore store, SetUpFulfilment settings) {
    this.store = store;
    this.settings = settings;
  }

  /**
   * A kind of setting on the wire.
   *
   * @param key what its code is called
   */
  private record Form(
      SettingKind kind, String key, String what, Function<JsonFields, Setting> body) {}

  void addTo(Routes routes) {
    Form cartons = new Form(SettingKind.CARTON, "code", "carton", SettingBodies::carton);
    Form wishes = new Form(SettingKind.WISHES, "sku", "SKU with wishes", SettingBodies::wishes);
    Form facilities =
        new Form(SettingKind.FACILITY, "location", "facility", SettingBodies::facility);
    Form layouts = new Form(SettingKind.LAYOUT, "location", "layout", SettingBodies::layout);
    many(routes, "cartons", cartons, Routes.MAX_BODY);
    many(routes, "wishes", wishes, Routes.MAX_BODY);
    many(routes, "facilities", facilities, Routes.MAX_BODY);
    one(routes, "layouts", layouts, MAX_LAYOUT);
    Form rules = new Form(SettingKind.RULES, "", "", SettingBodies::rules);
    once(routes, "rules", rules, new RulesSetting(List.of()));
    Form terms = new Form(SettingKind.TERMS, "", "", SettingBodies::terms);
    once(routes, "terms", terms, TermsSetting.DEFAULT);
  }

  private void many(Routes routes, String path, Form form, int maxBody) {
    routes.blocking(HttpMethod.GET, ROOT + path, Permission.READ, e -> list(e, form));
    one(routes, path, form, maxBody);
  }

  private void one(Routes routes, String path, Form form, int maxBody) {
    String target = ROOT + path + "/:" + form.key();
    Permission may = Permission.SET_UP_FULFILMENT;
    routes.blocking(HttpMethod.GET, target, Permission.READ, e -> get(e, form));
    routes.blocking(HttpMethod.PUT, target, may, maxBody, e -> put(e, form, e.path(form.key())));
    routes.blocking(HttpMethod.DELETE, target, may, e -> remove(e, form));
  }

  private void once(Routes routes, String path, Form form, Setting usual) {
    routes.blocking(HttpMethod.GET, ROOT + path, Permission.READ, e -> getOnce(e, form, usual));
    routes.blocking(
        HttpMethod.PUT,
        ROOT + path,
        Permission.SET_UP_FULFILMENT,
        e -> put(e, form, SettingKind.ONCE));
  }

  private void list(Exchange exchange, Form form) {
    Page<SetupRow> page =
        store.list(
            client(exchange), form.kind().label(), exchange.query("cursor"), exchange.limit());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    page.items().forEach(row -> items.add(json(form, row)));
    if (page.next() != null) {
      json.put("next", page.next());
    }
    exchange.json(200, json);
  }

  private void get(Exchange exchange, Form form) {
    SetupRow row =
        store
            .find(client(exchange), form.kind().label(), exchange.path(form.key()))
            .orElseThrow(() -> none(exchange, form));
    exchange.json(200, json(form, row));
  }

  private void getOnce(Exchange exchange, Form form, Setting usual) {
    exchange.json(
        200,
        store
            .find(client(exchange), form.kind().label(), SettingKind.ONCE)
            .map(row -> json(form, row))
            .orElseGet(() -> parsed(SettingJson.write(usual))));
  }

  private void put(Exchange exchange, Form form, String code) {
    JsonFields fields = exchange.fields();
    Setting setting = form.body().apply(fields);
    if (form.kind() == SettingKind.CARTON && !CodeRules.isCode(code)) {
      fields.violate(
          "code",
          "must be 1 to 64 letters A-Z or a-z, digits, dots, underscores or dashes, and start with"
              + " a letter or digit");
    }
    fields.finish();
    switch (settings.put(client(exchange), code, setting)) {
      case SetupAnswer.Saved saved -> {
        ObjectNode json = named(form, code);
        json.setAll(parsed(SettingJson.write(setting)));
        exchange.json(200, json.put("version", saved.revision()));
      }
      case SetupAnswer.Invalid invalid ->
          throw new ApiException(Problem.invalid(invalid.violations()));
      case SetupAnswer.NotThere none -> throw notInCatalogue(form, code);
      case SetupAnswer.Busy busy -> throw new ApiException(Failures.overloaded());
    }
  }

  private void remove(Exchange exchange, Form form) {
    switch (settings.remove(client(exchange), form.kind(), exchange.path(form.key()))) {
      case SetupAnswer.Saved saved -> exchange.empty(204);
      case SetupAnswer.NotThere none -> throw none(exchange, form);
      case SetupAnswer.Busy busy -> throw new ApiException(Failures.overloaded());
      case SetupAnswer.Invalid invalid ->
          throw new ApiException(Problem.invalid(invalid.violations()));
    }
  }

  private static ApiException none(Exchange exchange, Form form) {
    return new ApiException(
        Problem.notFound("There is no " + form.what() + " " + exchange.path(form.key())));
  }

  private static ApiException notInCatalogue(Form form, String code) {
    String what = form.kind() == SettingKind.WISHES ? "SKU" : "location";
    return new ApiException(Problem.notFound("There is no " + what + " " + code));
  }

  private static ObjectNode named(Form form, String code) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return form.key().isEmpty() ? json : json.put(form.key(), code);
  }

  private static ObjectNode json(Form form, SetupRow row) {
    ObjectNode json = named(form, row.code());
    json.setAll(parsed(row.document()));
    return json.put("version", row.version()).put("updatedAt", row.updatedAt().toString());
  }

  private static ObjectNode parsed(String document) {
    try {
      return (ObjectNode) JSON.readTree(document);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a stored setting is no JSON", broken);
    }
  }

  private static ClientId client(Exchange exchange) {
    return exchange.principal().client();
  }
}
