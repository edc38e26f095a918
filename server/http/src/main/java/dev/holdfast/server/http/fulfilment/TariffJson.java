package dev.holdfast.server.http.fulfilment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.fulfilment.TariffSheet;
import dev.holdfast.application.fulfilment.setup.ImportTariffs.Imported;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.rate.Tariff;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import dev.holdfast.storage.api.RowReject;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What the sheets hold, in short. */
final class TariffJson {
  /** Holes that are named; a service with more is not ready to be used. */
  private static final int MAX_HOLES = 200;

  /** Holidays that are listed per service: those of some years. */
  private static final int MAX_HOLIDAYS = 100;

  private TariffJson() {}

  static ObjectNode summary(Imported imported) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (!imported.tariffs().tariffs().isEmpty()) {
      json.put("currency", imported.tariffs().tariffs().getFirst().terms().currency());
    }
    services(imported, json.putArray("services"));
    ArrayNode holes = json.putArray("holes");
    imported
        .tariffs()
        .holes()
        .forEach((sheet, rows) ->
            rows.forEach(row -> {
              if (holes.size() < MAX_HOLES) {
                holes.add(row(sheet, row));
              }
            }));
    return json;
  }

  private static void services(Imported imported, ArrayNode services) {
    Map<ServiceId, ObjectNode> byId = new TreeMap<>();
    for (Tariff tariff : imported.tariffs().tariffs()) {
      service(byId, tariff.service())
          .withArray("versions")
          .addObject()
          .put("validFrom", tariff.terms().validFrom().toString())
          .put("validTo", tariff.terms().validTo().toString());
    }
    for (ServiceCalendar calendar : imported.calendars().calendars()) {
      ObjectNode json = service(byId, calendar.service()).putObject("calendar");
      ArrayNode pickUps = json.putArray("pickUpDays");
      calendar.cutOffs().keySet().stream().sorted().forEach(day -> pickUps.add(day.name()));
      ArrayNode deliveries = json.putArray("deliveryDays");
      calendar.deliveryDays().stream().sorted().forEach(day -> deliveries.add(day.name()));
      ArrayNode holidays = json.putArray("holidays");
      new TreeMap<LocalDate, String>(calendar.holidays())
          .entrySet().stream()
              .limit(MAX_HOLIDAYS)
              .forEach(day ->
                  holidays
                      .addObject()
                      .put("date", day.getKey().toString())
                      .put("name", day.getValue()));
    }
    byId.values().forEach(services::add);
  }

  private static ObjectNode service(Map<ServiceId, ObjectNode> byId, ServiceId id) {
    return byId.computeIfAbsent(
        id,
        fresh -> {
          ObjectNode json = JsonNodeFactory.instance.objectNode();
          json.put("carrier", fresh.carrier()).put("service", fresh.service());
          json.putArray("versions");
          return json;
        });
  }

  static ObjectNode row(TariffSheet sheet, RowReject row) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sheet", sheet.label())
        .put("line", row.line())
        .put("column", row.column())
        .put("value", row.value())
        .put("mend", row.reason());
  }
}
