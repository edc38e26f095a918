package dev.holdfast.server.runtime.scenario;

import dev.holdfast.server.runtime.scenario.BadInput.Victim;
import java.util.function.Function;
import java.util.stream.Stream;

/** Quantities that no command takes. */
final class BadQuantities {
  private static final String FIELD = "lines[0].quantity";

  private BadQuantities() {}

  static Stream<BadInput> all() {
    Stream<BadInput> numbers =
        Stream.of(
                "0",
                "-0",
                "-0.0",
                "0e9",
                "-1",
                "-1000000000001",
                "1.5",
                "0.0000001",
                "1e-400",
                "1e-999999999",
                "1000000000001",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775808",
                "18446744073709551617",
                "1" + "0".repeat(63),
                "1e18",
                "1e400",
                "1e999999999",
                "\"1\"",
                "true",
                "null",
                "[1]",
                "{}")
            .map(number -> bad("quantity " + number, number, 422, "invalid-field", FIELD));
    Stream<BadInput> tooLong =
        Stream.of("9".repeat(65), "0." + "0".repeat(70) + "1", "1e99999999999", "1e-99999999999")
            .map(number -> bad("quantity " + number, number, 400, "json-too-large", "body"));
    Stream<BadInput> noNumbers =
        Stream.of("NaN", "Infinity", "-Infinity", "01", "1.", ".5", "+1", "0x10", "1_000", "1,5")
            .map(text -> bad("quantity " + text, text, 400, "malformed-json", "body"));
    return Stream.of(numbers, tooLong, noNumbers, ofOtherCommands()).flatMap(one -> one);
  }

  private static BadInput bad(
      String name, String quantity, int status, String problem, String field) {
    return new BadInput(name, v -> v.quantity(quantity), status, problem, field);
  }

  private static Stream<BadInput> ofOtherCommands() {
    return Stream.of(
        other("a fourth decimal of a kilogram", "/v1/sales", v -> v.kilograms(), "0.0001"),
        other("a negative receipt", "/v1/receipts", Victim::sku, "-1"),
        other("a negative count", "/v1/counts", Victim::sku, "-1"),
        other("a negative safety stock", "/v1/safety-stock", Victim::sku, "-1"),
        other("a negative write-off", "/v1/write-offs", Victim::sku, "-1"),
        other("a correction of nothing", "/v1/adjustments", Victim::sku, "0"),
        other("the smallest long", "/v1/adjustments", Victim::sku, "-9223372036854775808"),
        other("an overflowing count", "/v1/counts", Victim::sku, "9223372036854775807"));
  }

  private static BadInput other(
      String name, String route, Function<Victim, String> sku, String quantity) {
    return new BadInput(
        name,
        v ->
            RawRequest.command(
                route,
                v.secret(),
                Bodies.linesWith("because", Bodies.line(sku.apply(v), v.location(), quantity))),
        422,
        "invalid-field",
        FIELD);
  }
}
