package dev.holdfast.server.http.fulfilment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.bulk.FileTooLargeException;
import dev.holdfast.application.fulfilment.SheetTexts;
import dev.holdfast.application.fulfilment.TariffSheet;
import dev.holdfast.application.fulfilment.setup.ImportTariffs;
import dev.holdfast.application.fulfilment.setup.ImportTariffs.Imported;
import dev.holdfast.application.fulfilment.setup.SettingKind;
import dev.holdfast.application.fulfilment.setup.SetupAnswer;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Failures;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.RowReject;
import dev.holdfast.storage.api.SetupStore;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tariffs and service calendars, as the sheets of CSV that carriers' prices come in. */
final class TariffRoutes {
  /** Two of the largest sheets with all others. */
  private static final int MAX_SHEETS = 32 << 20;

  /** Bad rows that one answer names; more help nobody, and the number says how many there are. */
  private static final int MAX_ROWS = 1_000;

  private static final String PATH = "/v1/fulfilment/tariffs";

  private final SetupStore store;
  private final ImportTariffs imports;

  TariffRoutes(SetupStore store, ImportTariffs imports) {
    this.store = store;
    this.imports = imports;
  }

  void addTo(Routes routes) {
    routes.blocking(HttpMethod.GET, PATH, Permission.READ, this::summary);
    routes.blocking(HttpMethod.PUT, PATH, Permission.SET_UP_FULFILMENT, MAX_SHEETS, this::put);
    routes.blocking(HttpMethod.GET, PATH + "/:sheet", Permission.READ, this::sheet);
  }

  private void summary(Exchange exchange) {
    exchange.json(200, TariffJson.summary(imports.latest(client(exchange))));
  }

  private void sheet(Exchange exchange) {
    TariffSheet sheet =
        TariffSheet.ofLabel(exchange.path("sheet"))
            .orElseThrow(() ->
                new ApiException(
                    Problem.notFound(
                        "There is no sheet "
                            + exchange.path("sheet")
                            + "; the sheets are "
                            + TariffSheet.labels())));
    String text =
        store
            .find(client(exchange), SettingKind.SHEET.label(), sheet.label())
            .map(SetupStore.SetupRow::document)
            .orElseGet(() -> new SheetTexts(Map.of()).text(sheet));
    exchange.send(200, "text/csv; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private void put(Exchange exchange) {
    boolean dryRun = exchange.flag("dry_run");
    JsonFields body = exchange.fieldsWithFiles();
    JsonFields given = body.object("sheets");
    Map<TariffSheet, String> sheets = new EnumMap<>(TariffSheet.class);
    for (TariffSheet sheet : TariffSheet.values()) {
      Optional.ofNullable(given.text(sheet.label(), null))
          .ifPresent(text -> sheets.put(sheet, text));
    }
    if (sheets.isEmpty()) {
      given.violate(
          TariffSheet.TARIFFS.label(),
          "is missing, and so are all other sheets; send at least one of " + TariffSheet.labels());
    }
    given.closed();
    body.finish();
    Imported imported = run(exchange, sheets, dryRun);
    if (!imported.isComplete()) {
      throw new ApiException(badRows(imported));
    }
    if (imported.outcome() instanceof SetupAnswer.Busy) {
      throw new ApiException(Failures.overloaded());
    }
    exchange.json(200, TariffJson.summary(imported).put("dryRun", dryRun));
  }

  private Imported run(Exchange exchange, Map<TariffSheet, String> sheets, boolean dryRun) {
    try {
      return imports.run(client(exchange), sheets, dryRun);
    } catch (FileTooLargeException tooLarge) {
      throw new ApiException(
          Problem.of(
                  413,
                  "body-too-large",
                  "A sheet is too large",
                  "A sheet has " + tooLarge.what() + ". Remove versions that are over.")
              .field("sheets"));
    }
  }

  private static Problem badRows(Imported imported) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    long count = 0;
    String first = "";
    for (Map.Entry<TariffSheet, List<RowReject>> of : imported.rejects().entrySet()) {
      for (RowReject row : of.getValue()) {
        if (count++ == 0) {
          first = of.getKey().label();
        }
        if (rows.size() < MAX_ROWS) {
          rows.add(TariffJson.row(of.getKey(), row));
        }
      }
    }
    Problem problem =
        Problem.of(
                422,
                "bad-rows",
                "Rows cannot be accepted",
                "Bad rows: %d. Nothing was changed. The first: sheet %s, line %s, %s %s"
                    .formatted(
                        count,
                        rows.get(0).get("sheet").asText(),
                        rows.get(0).get("line").asText(),
                        rows.get(0).get("column").asText(),
                        rows.get(0).get("mend").asText()))
            .field("sheets." + first);
    ObjectNode extra = problem.extra();
    extra.put("rejected", count);
    extra.set("badRows", rows);
    return problem;
  }

  private static ClientId client(Exchange exchange) {
    return exchange.principal().client();
  }
}
