package dev.holdfast.server.http.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.floor.Caller;
import dev.holdfast.application.floor.FloorRefusal;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.CodeRules;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Failures;
import dev.holdfast.server.http.IdempotencyKeys;
import dev.holdfast.server.http.Identifiers;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all routes of the floor share: who asks, codes in and out, refusals as problems. */
final class FloorDesk {
  /** Longer keys are kept as their hash: orders add to them. */
  private static final int PLAIN_KEY = 64;

  private static final int MAX_CARRIER = 64;

  private static final byte[] EMPTY = {'{', '}'};

  private final CatalogueDirectory directory;

  FloorDesk(CatalogueDirectory directory) {
    this.directory = directory;
  }

  /** A route whose answer is read. */
  void get(Routes routes, String path, Permission permission, Function<Exchange, ObjectNode> read) {
    routes.blocking(HttpMethod.GET, path, permission, exchange -> answer(exchange, 200, read));
  }

  /** A route that changes something, by a command with a key of its own. */
  void post(Routes routes, String path, int status, Function<Exchange, ObjectNode> change) {
    routes.blocking(
        HttpMethod.POST, path, Permission.FULFIL, exchange -> answer(exchange, status, change));
  }

  private static void answer(Exchange exchange, int status, Function<Exchange, ObjectNode> work) {
    long start = System.nanoTime();
    JsonNode json = guarded(() -> work.apply(exchange));
    exchange.storeTook(System.nanoTime() - start);
    exchange.json(status, json);
  }

  /** Work whose refusals become problems. */
  static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (FloorRefusal refusal) {
      throw new ApiException(problem(refusal));
    }
  }

  private static Problem problem(FloorRefusal refusal) {
    return switch (refusal.kind()) {
      case NOT_FOUND -> Problem.notFound(refusal.sentence());
      case NOT_NOW -> {
        Problem problem = Problem.of(409, "not-now", "Not now", refusal.sentence());
        problem.extra().put("state", refusal.subject());
        yield problem;
      }
      case NOT_SET_UP -> Problem.of(409, "not-set-up", "Not set up", refusal.sentence());
      case FIELD ->
          Problem.invalid(
              List.of(new Violation(String.valueOf(refusal.subject()), refusal.sentence())));
      case UNSETTLED -> Failures.unknown();
      case KEY_REUSED -> IdempotencyKeys.reused();
    };
  }

  /** Who sends a command, and by which key. */
  static Caller caller(Exchange exchange) {
    Principal who = exchange.principal();
    String key = IdempotencyKeys.of(exchange.request());
    String kept =
        key.length() <= PLAIN_KEY
            ? key
            : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.US_ASCII)).toString();
    return new Caller(
        who.client(),
        who.keyId(),
        who.keyName(),
        kept,
        IdempotencyKeys.fingerprint(exchange.request(), exchange.bodyBytes()));
  }

  /** The fields of a body that may be left out. */
  static JsonFields optional(Exchange exchange) {
    return exchange.bodyBytes().length == 0 ? JsonFields.parse(EMPTY) : exchange.fields();
  }

  /** The identifier in the path; one that is malformed names nothing that exists. */
  static UUID id(Exchange exchange, String what) {
    try {
      return UUID.fromString(exchange.path("id"));
    } catch (IllegalArgumentException malformed) {
      throw new ApiException(Problem.notFound("There is no such " + what));
    }
  }

  /** An identifier in the query or a body. */
  static UUID id(String field, String text) {
    UUID id = Identifiers.parse(text);
    if (id == null) {
      throw invalid(field, "must be an identifier, such as this API gives");
    }
    return id;
  }

  /** A code in a body; a complaint where it cannot be one. */
  static String code(JsonFields fields, String name) {
    String code = fields.text(name);
    if (!CodeRules.isCode(code)) {
      fields.violate(
          name, "must be a code: letters, digits, dots, dashes and underscores, 1 to 64");
    }
    return code;
  }

  /** The name of a carrier in a body; null where it is left out. */
  static @Nullable String carrier(JsonFields fields) {
    String carrier = fields.text("carrier", null);
    if (carrier != null && (carrier.isEmpty() || carrier.length() > MAX_CARRIER)) {
      fields.violate("carrier", "must be the name of a carrier, 1 to " + MAX_CARRIER);
    }
    return carrier;
  }

  static ApiException invalid(String field, String mend) {
    return new ApiException(Problem.invalid(List.of(new Violation(field, mend))));
  }

  /** The location that the query names; null where it names none. */
  @Nullable LocationRef askedLocation(Exchange exchange) {
    String code = exchange.query("location");
    return code == null ? null : location(exchange.principal().client(), code);
  }

  LocationRef location(ClientId client, String code) {
    if (directory.location(client, code) == null) {
      directory.loadLocations(client);
    }
    LocationRef location = directory.location(client, code);
    if (location == null) {
      throw new ApiException(Problem.notFound("There is no location " + code));
    }
    return location;
  }

  /** The code of a location that exists. */
  String code(ClientId client, int id) {
    if (directory.locationById(client, id) == null) {
      directory.loadLocations(client);
    }
    LocationRef location = directory.locationById(client, id);
    if (location == null) {
      throw new IllegalStateException("a location without a name: " + id);
    }
    return location.code();
  }

  /** The state that the query names; null where it names none. */
  static <S> @Nullable S state(Exchange exchange, List<S> states, Function<S, String> label) {
    String asked = exchange.query("state");
    if (asked == null) {
      return null;
    }
    for (S state : states) {
      if (label.apply(state).equals(asked.toLowerCase(Locale.ROOT))) {
        return state;
      }
    }
    throw invalid(
        "state", "must be one of " + String.join(", ", states.stream().map(label).toList()));
  }
}
