package dev.holdfast.server.http.order;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.application.order.OrderImport.Fate;
import dev.holdfast.server.http.Problem;

/** Says where in a file a fault of an order stands: one reject per order, by its first fault. */
interface OrderPlaces {
  /** Where the field of a body stands, and what stands there. */
  Place of(String field);

  /** The line, the column or field, and the text there; empty where it is the whole order. */
  record Place(long line, String column, String value) {}

  /** An order that cannot be read, or whose reservation cannot be taken over. */
  default Fate.Rejected reject(Problem problem) {
    JsonNode errors = problem.extra().path("errors");
    if (errors.isEmpty()) {
      Place place = of(problem.extra().path("field").asText());
      return new Fate.Rejected(place.line(), place.column(), place.value(), problem.detail());
    }
    Place place = of(errors.path(0).path("field").asText());
    StringBuilder reason = new StringBuilder(errors.path(0).path("message").asText());
    for (int i = 1; i < errors.size(); i++) {
      Place further = of(errors.path(i).path("field").asText());
      reason.append("; line ").append(further.line()).append(", ").append(further.column());
      reason.append(' ').append(errors.path(i).path("message").asText());
    }
    return new Fate.Rejected(place.line(), place.column(), place.value(), reason.toString());
  }
}
