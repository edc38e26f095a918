package dev.holdfast.server.runtime.scenario;

import java.util.function.Function;

/**
 * One thing that somebody may get wrong.
 *
 * @param request made for a company that has stock
 * @param problem the last part of the type of the problem that must come back
 * @param field what the problem must name; "" where no single part of the request is wrong
 */
record BadInput(
    String name, Function<Victim, RawRequest> request, int status, String problem, String field) {

  /** Whose stock must not change. */
  record Victim(String secret, String sku, String kilograms, String location) {
    /** A reservation that would be accepted. */
    String reservation() {
      return Bodies.lines(sku, location, "1");
    }

    RawRequest reserve(String body) {
      return RawRequest.command("/v1/reservations", secret, body);
    }

    RawRequest reserve(byte[] body) {
      return reserve("").body(body);
    }

    RawRequest quantity(String quantity) {
      return reserve(Bodies.lines(sku, location, quantity));
    }

    RawRequest get(String target) {
      return new RawRequest("GET", target, secret);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
