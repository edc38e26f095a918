package dev.holdfast.server.http.fulfilment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.fulfilment.carrier.CarrierRates;
import dev.holdfast.application.fulfilment.quote.QuoteParcels;
import dev.holdfast.application.fulfilment.quote.QuoteParcels.Answer;
import dev.holdfast.application.fulfilment.quote.QuoteParcels.Question;
import dev.holdfast.application.fulfilment.quote.ServiceQuote;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.rate.Charge;
import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.Shipment;
import dev.holdfast.domain.fulfilment.transit.Step;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each service asks for given parcels, and when they would arrive. */
final class QuoteRoutes {
  private final QuoteParcels quotes;

  QuoteRoutes(QuoteParcels quotes) {
    this.quotes = quotes;
  }

  void addTo(Routes routes) {
    routes.blocking(HttpMethod.POST, "/v1/fulfilment/quotes", Permission.READ, this::quote);
  }

  private void quote(Exchange exchange) {
    Question question = question(exchange.fields());
    switch (quotes.quote(exchange.principal().client(), question)) {
      case Answer.Quoted quoted -> exchange.json(200, json(question, quoted));
      case Answer.NoFacility none ->
          throw new ApiException(
              Problem.invalid(
                  List.of(
                      new Violation(
                          "location",
                          "is no facility: set one up with PUT /v1/fulfilment/facilities/"
                              + question.location()))));
      case Answer.NoTariff none ->
          throw new ApiException(
              Problem.of(
                  409,
                  "no-tariff",
                  "There is no tariff",
                  "Bring tariffs in with PUT /v1/fulfilment/tariffs or ./holdfast import tariffs,"
                      + " then ask again."));
    }
  }

  private static Question question(JsonFields body) {
    String location = body.text("location");
    String written = body.text("postcode");
    Optional<Postcode> postcode = Postcode.parse(written);
    if (postcode.isEmpty() && !written.isEmpty()) {
      body.violate(
          "postcode", "must be a postcode, 1 to " + Postcode.MAX_LENGTH + " letters and digits");
    } else if (written.isEmpty() && body.has("postcode")) {
      body.violate("postcode", "must not be empty");
    }
    boolean residential = body.flag("residential", true);
    List<Parcel> parcels = new ArrayList<>();
    for (JsonFields one : body.objects("parcels", Shipment.MAX_PARCELS)) {
      parcel(one).ifPresent(parcels::add);
    }
    LocalDate promised = date(body, "promised");
    body.finish();
    return new Question(
        location, new Destination(postcode.orElseThrow(), residential), parcels, promised);
  }

  private static Optional<Parcel> parcel(JsonFields one) {
    int length = side(one, "lengthMm");
    int width = side(one, "widthMm");
    int height = side(one, "heightMm");
    int weight = one.number("weightG");
    if (weight < 0 || weight > Goods.MAX_WEIGHT_G) {
      one.violate("weightG", "must be 0 to " + Goods.MAX_WEIGHT_G);
    }
    one.closed();
    return length == 0 || width == 0 || height == 0 || weight < 0
        ? Optional.empty()
        : Optional.of(new Parcel(length, width, height, weight));
  }

  /** A side; 0 with a violation where it is none. */
  private static int side(JsonFields one, String name) {
    int side = one.number(name);
    if (one.has(name) && (side < 1 || side > Goods.MAX_SIDE_MM)) {
      one.violate(name, "must be 1 to " + Goods.MAX_SIDE_MM);
      return 0;
    }
    return side;
  }

  private static @Nullable LocalDate date(JsonFields body, String name) {
    String written = body.text(name, null);
    if (written == null) {
      return null;
    }
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException notADate) {
      body.violate(name, "must be a date such as 2026-11-27");
      return null;
    }
  }

  private static ObjectNode json(Question question, Answer.Quoted quoted) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("location", question.location());
    json.put("postcode", question.destination().postcode().text());
    json.put("currency", quoted.currency()).put("release", quoted.release().toString());
    ObjectNode live = json.putObject("carriers");
    switch (quoted.live()) {
      case CarrierRates.Answer.Rates rates -> live.put("asked", true).put("answered", true);
      case CarrierRates.Answer.Away away ->
          live.put("asked", true).put("answered", false).put("reason", away.reason());
      case CarrierRates.Answer.NotAsked none -> live.put("asked", false).put("answered", false);
    }
    ArrayNode services = json.putArray("services");
    quoted.services().forEach(one -> services.add(json(one)));
    return json;
  }

  private static ObjectNode json(ServiceQuote one) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("carrier", one.service().carrier()).put("service", one.service().service());
    json.put("cheapest", one.cheapest()).put("source", one.source().label());
    json.put("totalMinor", one.totalMinor());
    ArrayNode charges = json.putArray("charges");
    for (Charge charge : one.charges()) {
      ObjectNode part = charges.addObject();
      part.put("name", charge.name()).put("minor", charge.minor());
      part.put("parcel", charge.parcel() == Charge.SHIPMENT ? null : charge.parcel());
      part.put("basis", charge.basis().text());
    }
    ArrayNode steps = JsonNodeFactory.instance.arrayNode();
    if (one.arrival() == null) {
      json.putNull("arrival").putNull("pickUp").putNull("ready");
    } else {
      json.put("arrival", one.arrival().date().toString());
      json.put("pickUp", one.arrival().pickUp().toString());
      json.put("ready", one.arrival().ready().toString());
      one.arrival().steps().stream().map(Step::text).forEach(steps::add);
    }
    json.set("steps", steps);
    json.put("reason", one.reason());
    return json;
  }
}
