package dev.holdfast.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.catalogue.Violation;
import java.util.List;

/**
 * An error as a client gets it (RFC 9457): a stable type, what is wrong with which field, and what
 * to do about it.
 *
 * @param slug the last part of the type's address; part of the contract
 * @param detail says how to mend it
 * @param retryAfterSeconds when to try again; 0 where trying again would not help
 */
public record Problem(
    int status, String slug, String title, String detail, ObjectNode extra, int retryAfterSeconds) {
  /** Where every type's address starts. */
  public static final String TYPES = "https://holdfast.dev/problems/";

  public static Problem of(int status, String slug, String title, String detail) {
    return new Problem(status, slug, title, detail, JsonNodeFactory.instance.objectNode(), 0);
  }

  /** 400: the request as such cannot be understood. */
  public static Problem badRequest(String slug, String title, String detail) {
    return of(400, slug, title, detail);
  }

  /** 404: nothing by this name for this client. */
  public static Problem notFound(String what) {
    return of(
        404,
        "not-found",
        "Not found",
        what + ". Check the name; a key sees only what belongs to its own client.");
  }

  /** 422: understood, but some fields cannot be accepted. */
  public static Problem invalid(List<Violation> violations) {
    Violation first = violations.getFirst();
    Problem problem =
        of(
            422,
            "invalid-field",
            "A field cannot be accepted",
            "Field " + first.field() + ": " + first.message());
    problem.extra.put("field", first.field());
    ArrayNode errors = problem.extra.putArray("errors");
    for (Violation violation : violations) {
      errors.addObject().put("field", violation.field()).put("message", violation.message());
    }
    return problem;
  }

  /** Names the field that is wrong. */
  public Problem field(String field) {
    extra.put("field", field);
    return this;
  }

  /** The same problem with a time to try again. */
  public Problem retryAfter(int seconds) {
    return new Problem(status, slug, title, detail, extra, seconds);
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", TYPES + slug);
    json.put("title", title);
    json.put("status", status);
    json.put("detail", detail);
    json.setAll(extra);
    return json;
  }
}
