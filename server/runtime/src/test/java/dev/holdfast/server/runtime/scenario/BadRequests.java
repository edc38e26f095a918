package dev.holdfast.server.runtime.scenario;

import dev.holdfast.server.runtime.scenario.BadInput.Victim;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Headers, addresses and methods that cannot be accepted. */
final class BadRequests {
  private static final String NOBODYS = "0197d4b2-3c1e-7a55-9d0e-4b8f1c2d3e4f";
  private static final String KEY = "Idempotency-Key";

  private BadRequests() {}

  static Stream<BadInput> all() {
    return Stream.of(headers(), addresses(), methods(), parameters(), strangers())
        .flatMap(one -> one);
  }

  private static Stream<BadInput> headers() {
    return Stream.of(
        type("no content type", request -> request.without("Content-Type")),
        type("a content type of text", request -> request.with("Content-Type", "text/plain")),
        type("a longer content type", request -> request.with("Content-Type", "application/jsonx")),
        type("a shorter content type", request -> request.with("Content-Type", "application")),
        type(
            "another character set",
            request -> request.with("Content-Type", "application/json; charset=latin1")),
        key("no idempotency key", "missing", request -> request.without(KEY)),
        key("an empty idempotency key", "missing", request -> request.with(KEY, "")),
        key("129 characters", "malformed", request -> request.with(KEY, "k".repeat(129))),
        key("a space in the key", "malformed", request -> request.with(KEY, "a b")),
        key("a tab in the key", "malformed", request -> request.with(KEY, "a\tb")),
        key("an accent in the key", "malformed", request -> request.with(KEY, "cl\u00e9")),
        header("no key", 401, "key-missing", request -> request.without("Authorization")),
        header("another scheme", 401, "key-missing", request -> authorized(request, "Basic eDp5")),
        header("a key like no key", 401, "key-unknown", request -> authorized(request, "Bearer x")),
        header(
            "a key that nobody has",
            401,
            "key-unknown",
            request -> authorized(request, "Bearer hf_" + "x".repeat(43))),
        header(
            "an endless key",
            401,
            "key-unknown",
            request -> authorized(request, "Bearer hf_" + "x".repeat(5_000))));
  }

  private static RawRequest authorized(RawRequest request, String value) {
    return request.with("Authorization", value);
  }

  private static BadInput type(String name, UnaryOperator<RawRequest> spoil) {
    return spoilt(name, spoil, 415, "wrong-content-type", "Content-Type");
  }

  private static BadInput key(String name, String slug, UnaryOperator<RawRequest> spoil) {
    return spoilt(name, spoil, 400, "idempotency-key-" + slug, KEY);
  }

  private static BadInput header(
      String name, int status, String problem, UnaryOperator<RawRequest> spoil) {
    return spoilt(name, spoil, status, problem, "Authorization");
  }

  private static BadInput spoilt(
      String name, UnaryOperator<RawRequest> spoil, int status, String problem, String field) {
    return new BadInput(name, v -> spoil.apply(v.reserve(v.reservation())), status, problem, field);
  }

  private static Stream<BadInput> addresses() {
    return Stream.of(
        get("an unknown route", v -> "/v1/nothing", 404, "no-such-route"),
        get("an unknown root", v -> "/nothing", 404, "no-such-route"),
        get("another version", v -> "/v2/skus", 404, "no-such-route"),
        get("a route too deep", v -> "/v1/skus/a/b", 404, "no-such-route"),
        get("a way up", v -> "/../../etc/passwd", 404, "no-such-route"),
        get("a hidden way up", v -> "/v1/%2e%2e/%2e%2e/etc/passwd", 404, "no-such-route"),
        get("a way up in a code", v -> "/v1/skus/..%2f..%2fetc%2fpasswd", 404, "not-found"),
        get("a NUL in a code", v -> "/v1/skus/" + v.sku() + "%00", 404, "not-found"),
        get("a code that is not UTF-8", v -> "/v1/locations/%ff%fe", 404, "not-found"),
        get("half a percent sign", v -> "/v1/skus/%", 400, "bad-target"),
        get("a percent sign with letters", v -> "/v1/skus/%zz", 400, "bad-target"),
        get("a broken parameter", v -> "/v1/skus?category=%g1", 400, "bad-target"),
        get("half a parameter", v -> "/v1/skus?limit=%", 400, "bad-target"),
        get("no slash at the start", v -> "v1/skus", 400, "bad-target"),
        get("a space in the address", v -> "/v1/skus/a b", 400, "malformed-request"),
        get("9 KB of address", v -> "/v1/skus/" + "a".repeat(9_000), 414, "target-too-long"),
        new BadInput(
            "17 KB of headers",
            v -> v.get("/v1/skus").with("X-Big", "a".repeat(17_000)),
            431,
            "headers-too-large",
            ""),
        new BadInput("no host", v -> v.get("/v1/skus").without("Host"), 400, "bad-target", ""),
        length("a negative length", "-5"),
        length("a length of letters", "abc"),
        length("two lengths", "5, 6"),
        length("an endless length", "99999999999999999999"),
        new BadInput(
            "length and chunks",
            v -> v.reserve(v.reservation()).with("Content-Length", "5").inChunks(),
            400,
            "malformed-request",
            ""));
  }

  private static BadInput get(
      String name, Function<Victim, String> target, int status, String problem) {
    return new BadInput(name, v -> v.get(target.apply(v)), status, problem, "");
  }

  private static BadInput length(String name, String length) {
    return new BadInput(
        name,
        v -> v.reserve(v.reservation()).with("Content-Length", length),
        400,
        "malformed-request",
        "");
  }

  private static Stream<BadInput> methods() {
    return Stream.of(
            "DELETE /v1/reservations",
            "PUT /v1/reservations",
            "PATCH /v1/skus/SKU-1",
            "GET /v1/receipts",
            "OPTIONS /v1/skus",
            "TRACE /v1/skus",
            "BREW /v1/skus",
            "POST /v1/positions/SKU-1/LOC-2",
            "DELETE /_health",
            "POST /")
        .map(text -> text.split(" "))
        .map(parts ->
            new BadInput(
                parts[0] + " of " + parts[1],
                v -> new RawRequest(parts[0], parts[1], v.secret()),
                405,
                "method-not-allowed",
                ""));
  }

  private static Stream<BadInput> parameters() {
    Stream<BadInput> cursors =
        Stream.of(
                "/v1/skus?cursor=!!!",
                "/v1/skus?cursor=AAAA",
                "/v1/locations?cursor=%00",
                "/v1/positions?cursor=bm8",
                "/v1/positions/SKU-1/LOC-3/history?cursor=bm8",
                "/v1/reservations?cursor=MQ",
                "/v1/transfers?cursor=MQ")
            .map(t -> new BadInput(t, v -> v.get(t), 400, "bad-cursor", "cursor"));
    Stream<BadInput> limits =
        Stream.of("0", "-1", "501", "1e1", "ten", "+5", "1.0", "99999999999", "%20", "0x1")
            .map(limit -> "/v1/skus?limit=" + limit)
            .map(t -> new BadInput(t, v -> v.get(t), 422, "invalid-field", "limit"));
    Stream<BadInput> others =
        Stream.of(
            invalid("/v1/reservations?state=lost", "state"),
            invalid("/v1/transfers?state=active", "state"),
            invalid("/v1/positions?shortfall=maybe", "shortfall"));
    return Stream.of(cursors, limits, others).flatMap(one -> one);
  }

  private static BadInput invalid(String target, String field) {
    return new BadInput(target, v -> v.get(target), 422, "invalid-field", field);
  }

  private static Stream<BadInput> strangers() {
    Stream<BadInput> reads =
        Stream.of(
                "/v1/reservations/" + NOBODYS,
                "/v1/transfers/" + NOBODYS,
                "/v1/reservations/1-1-1-1-1",
                "/v1/reservations/not-a-uuid",
                "/v1/skus/NOPE",
                "/v1/locations/NOPE",
                "/v1/positions/NOPE/NOPE",
                "/v1/positions?sku=NOPE",
                "/v1/positions?location=NOPE")
            .map(target -> get(target, v -> target, 404, "not-found"));
    Stream<BadInput> commands =
        Stream.of(
                "/v1/reservations/" + NOBODYS + "/confirm",
                "/v1/reservations/" + NOBODYS + "/extend",
                "/v1/transfers/" + NOBODYS + "/receive",
                "/v1/transfers/not-a-uuid/cancel")
            .map(t -> new BadInput(t, v -> command(v, t), 404, "not-found", ""));
    return Stream.concat(reads, commands);
  }

  private static RawRequest command(Victim v, String target) {
    return RawRequest.command(target, v.secret(), "{}");
  }
}
