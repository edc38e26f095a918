package dev.holdfast.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.storage.api.Page;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Lives on its connection's event loop; answers given from another
 * thread are carried back there.
 */
public final class Exchange {
  static final String JSON_TYPE = "application/json";
  private static final String PROBLEM_TYPE = "application/problem+json";

  /** Where everybody waits for minutes already, seconds are enough to keep them apart. */
  private static final int MAX_JITTER_SECONDS = 10;

  private final HttpServerRequest request;
  private final Context context;
  private final long startNanos = System.nanoTime();
  private final Map<String, String> pathValues;
  private @Nullable Principal principal;
  private BooleanSupplier stillRecognised = () -> true;
  private byte[] body = {};
  private long storeNanos;

  Exchange(HttpServerRequest request, Context context, Map<String, String> pathValues) {
    this.request = request;
    this.context = context;
    this.pathValues = pathValues;
  }

  public HttpServerRequest request() {
    return request;
  }

  public Context context() {
    return context;
  }

  /** The value of a variable part of the route. */
  public String path(String name) {
    return pathValues.getOrDefault(name, "");
  }

  /** Who asks. */
  public Principal principal() {
    if (principal == null) {
      throw new IllegalStateException("the caller is not known yet");
    }
    return principal;
  }

  void recognised(Principal known) {
    principal = known;
  }

  /**
   * Whether the caller would still be recognised: for answers that go on for long. To be asked more
   * often than every {@code KeyRing.HOLD}.
   */
  public boolean isStillRecognised() {
    return stillRecognised.getAsBoolean();
  }

  void recogniseAgain(BooleanSupplier again) {
    stillRecognised = again;
  }

  /**
   * Refuses a caller whose role does not allow it.
   *
   * @throws ApiException 403
   */
  public void require(Role.Permission permission) {
    Role role = principal().role();
    if (!role.may(permission)) {
      throw new ApiException(
          Problem.of(
              403,
              "not-allowed",
              "Not allowed",
              "A key of role "
                  + role.label()
                  + " may not do this. Use a key whose role includes "
                  + permission.label()
                  + "; an admin can make one."
                  + instead(permission)));
    }
  }

  /** What the caller may do all the same. */
  private static String instead(Role.Permission permission) {
    return permission == Role.Permission.SEE_BALANCES
        ? " Every key may ask what can be promised: GET /v1/availability/{sku}."
        : "";
  }

  /** The body as it came. */
  public byte[] bodyBytes() {
    return body;
  }

  void body(byte[] received) {
    body = received;
  }

  /** The body as an object to be read strictly. */
  public JsonFields fields() {
    requireJson();
    return JsonFields.parse(body);
  }

  /** The same where texts may be whole files. */
  public JsonFields fieldsWithFiles() {
    requireJson();
    return JsonFields.parseFiles(body);
  }

  private void requireJson() {
    if (!ContentTypes.isUtf8(request.headers().get("Content-Type"), JSON_TYPE)) {
      throw new ApiException(
          Problem.of(
                  415,
                  "wrong-content-type",
                  "The body is not declared as JSON",
                  "Send Content-Type: application/json, and the body in UTF-8.")
              .field("Content-Type"));
    }
  }

  /** A query parameter; null when absent or empty. */
  public @Nullable String query(String name) {
    String value = request.getParam(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /**
   * The {@code limit} parameter.
   *
   * @throws ApiException 422 when it is not 1 to {@link Page#MAX_LIMIT}
   */
  public int limit() {
    String text = query("limit");
    if (text == null) {
      return Page.DEFAULT_LIMIT;
    }
    if (text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= Page.MAX_LIMIT) {
        return limit;
      }
    }
    String mend = "must be a whole number from 1 to " + Page.MAX_LIMIT;
    throw new ApiException(Problem.invalid(List.of(new Violation("limit", mend))));
  }

  /**
   * A query parameter that is true or false; false when absent or empty.
   *
   * @throws ApiException 422 when it is anything else
   */
  public boolean flag(String name) {
    return switch (query(name)) {
      case "true" -> true;
      case "false" -> false;
      case null -> false;
      default ->
          throw new ApiException(
              Problem.invalid(List.of(new Violation(name, "must be true or false"))));
    };
  }

  /** Runs work on the connection's event loop, and answers for it when it throws. */
  public void onLoop(Runnable work) {
    context.runOnContext(go -> Reception.guarded(this, same -> work.run()));
  }

  /** When it began, by {@link System#nanoTime}. */
  public long startNanos() {
    return startNanos;
  }

  /** Adds time that the store took, for {@code Server-Timing}. */
  public void storeTook(long nanos) {
    storeNanos += nanos;
  }

  /** Answers with JSON. */
  public void json(int status, JsonNode json) {
    try {
      json(status, JsonFields.JSON.writeValueAsBytes(json));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Answers with ready JSON. */
  public void json(int status, byte[] json) {
    send(status, JSON_TYPE, json);
  }

  /** Answers with nothing but a status. */
  public void empty(int status) {
    send(status, null, new byte[0]);
  }

  /** Answers with a problem. */
  public void problem(Problem problem) {
    byte[] json;
    try {
      json = JsonFields.JSON.writeValueAsBytes(problem.toJson());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (problem.status() == 401) {
      request.response().putHeader("WWW-Authenticate", "Bearer");
    }
    if (problem.retryAfterSeconds() > 0) {
      // Up to half as much again, so that everybody does not come back in the same second.
      int most = Math.min(problem.retryAfterSeconds() / 2 + 1, MAX_JITTER_SECONDS);
      int jitter = ThreadLocalRandom.current().nextInt(most + 1);
      String seconds = Integer.toString(problem.retryAfterSeconds() + jitter);
      request.response().putHeader("Retry-After", seconds);
    }
    send(problem.status(), PROBLEM_TYPE, json);
  }

  /** Sends bytes of any type. */
  public void send(int status, @Nullable String type, byte[] bytes) {
    if (context.equals(Vertx.currentContext())) {
      sendNow(status, type, bytes);
    } else {
      context.runOnContext(go -> sendNow(status, type, bytes));
    }
  }

  private void sendNow(int status, @Nullable String type, byte[] bytes) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(status);
    if (type != null) {
      response.putHeader("Content-Type", type);
    }
    response.putHeader("Server-Timing", timing());
    response.end(Buffer.buffer(bytes));
  }

  private String timing() {
    long all = System.nanoTime() - startNanos;
    return ServerTiming.text(Math.max(0, all - storeNanos), storeNanos);
  }
}
