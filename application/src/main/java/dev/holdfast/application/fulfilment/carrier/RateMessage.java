package dev.holdfast.application.fulfilment.carrier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.fulfilment.carrier.CarrierRates.Answer;
import dev.holdfast.application.fulfilment.carrier.CarrierRates.Question;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.rate.TariffChecks;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Question and answer as JSON. */
final class RateMessage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RateMessage() {}

  static byte[] question(Question question) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("origin")
        .put("postcode", question.origin().postcode().text())
        .put("country", question.country());
    json.putObject("destination")
        .put("postcode", question.destination().postcode().text())
        .put("residential", question.destination().residential());
    json.put("currency", question.currency());
    var parcels = json.putArray("parcels");
    for (Parcel parcel : question.parcels()) {
      parcels
          .addObject()
          .put("lengthMm", parcel.lengthMm())
          .put("widthMm", parcel.widthMm())
          .put("heightMm", parcel.heightMm())
          .put("weightG", parcel.weightG());
    }
    return JSON.writeValueAsBytes(json);
  }

  /**
   * Reads an answer.
   *
   * @throws IOException when it is none, or one in another currency
   */
  static Answer.Rates rates(byte[] body, String currency) throws IOException {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (JsonProcessingException broken) {
      throw new IOException("it answered with something that is no JSON", broken);
    }
    if (!json.path("currency").asText().equals(currency)) {
      throw new IOException("it answered without prices in " + currency);
    }
    Map<ServiceId, Long> rates = new HashMap<>();
    for (JsonNode one : json.path("rates")) {
      JsonNode minor = one.path("totalMinor");
      boolean isPrice =
          minor.isIntegralNumber()
              && minor.canConvertToLong()
              && minor.longValue() >= 0
              && minor.longValue() <= TariffChecks.MAX_PRICE_MINOR;
      if (!isPrice || !one.path("carrier").isTextual() || !one.path("service").isTextual()) {
        throw new IOException("it answered with a rate that is none");
      }
      rates.put(
          new ServiceId(one.path("carrier").asText(), one.path("service").asText()),
          minor.longValue());
    }
    return new Answer.Rates(rates);
  }
}
