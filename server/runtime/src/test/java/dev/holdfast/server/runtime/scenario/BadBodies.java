package dev.holdfast.server.runtime.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.server.runtime.scenario.BadInput.Victim;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;

/** Bodies that cannot be accepted. */
final class BadBodies {
  private static final int MAX_DEPTH = 20;

  /** The largest body that is taken. */
  static final int MAX_BODY = 256 * 1024;

  private BadBodies() {}

  static Stream<BadInput> all() {
    return Stream.of(fields(), notJson(), beyondLimits(), encodings()).flatMap(one -> one);
  }

  private static Stream<BadInput> fields() {
    return Stream.of(
        field("an unknown field", "colour", v -> spliced(v, "\"colour\":\"red\"")),
        field("a misspelt field", "ttlSecond", v -> spliced(v, "\"ttlSecond\":900")),
        field(
            "an unknown field of a line",
            "lines[0].lot",
            v -> v.reservation().replace("\"sku\"", "\"lot\":1,\"sku\"")),
        field("no lines at all", "lines", v -> "{}"),
        field("lines that are null", "lines", v -> "{\"lines\":null}"),
        field("lines that are empty", "lines", v -> "{\"lines\":[]}"),
        field("lines that are an object", "lines", v -> "{\"lines\":{}}"),
        field("lines that are a text", "lines", v -> "{\"lines\":\"one\"}"),
        field("a line that is a text", "lines[0]", v -> "{\"lines\":[\"one\"]}"),
        field("a line that is null", "lines[0]", v -> "{\"lines\":[null]}"),
        field("501 lines", "lines", v -> repeated(v, 501)),
        field(
            "a SKU that is a number",
            "lines[0].sku",
            v -> v.reservation().replace("\"" + v.sku() + "\"", "1")),
        field("an unknown SKU", "lines[0].sku", v -> Bodies.lines("NOPE", v.location(), "1")),
        field("a SKU like no code", "lines[0].sku", v -> Bodies.lines("../x", v.location(), "1")),
        field("an empty SKU", "lines[0].sku", v -> Bodies.lines("", v.location(), "1")),
        field("an unknown location", "lines[0].location", v -> Bodies.lines(v.sku(), "NOPE", "1")),
        field(
            "the second line wrong",
            "lines[1].quantity",
            v ->
                Bodies.lines(
                    Bodies.line(v.sku(), v.location(), "1"),
                    Bodies.line(v.sku(), v.location(), "0"))),
        field("a time to live of 0", "ttlSeconds", v -> spliced(v, "\"ttlSeconds\":0")),
        field("a negative time to live", "ttlSeconds", v -> spliced(v, "\"ttlSeconds\":-1")),
        field(
            "a time to live above 7 days", "ttlSeconds", v -> spliced(v, "\"ttlSeconds\":604801")),
        field("a broken time to live", "ttlSeconds", v -> spliced(v, "\"ttlSeconds\":1.5")),
        field("an endless time to live", "ttlSeconds", v -> spliced(v, "\"ttlSeconds\":1e30")),
        field("a time to live as text", "ttlSeconds", v -> spliced(v, "\"ttlSeconds\":\"900\"")),
        field("a reason of 201 characters", "reason", v -> reason(v, "x".repeat(201))),
        field("an empty reason", "reason", v -> reason(v, "")),
        field("a blank reason", "reason", v -> reason(v, "   ")),
        field("a reason with a line break", "reason", v -> reason(v, "a\\nb")),
        field("a reason with a NUL", "reason", v -> reason(v, "a\\u0000b")),
        field("a reason with half a character", "reason", v -> reason(v, "a\\ud800b")),
        field("a reason that is a number", "reason", v -> spliced(v, "\"reason\":7")));
  }

  private static Stream<BadInput> notJson() {
    return Stream.of(
        json("no body", v -> ""),
        json("only blanks", v -> "   "),
        json("a body that is null", v -> "null"),
        json("a body that is a list", v -> "[]"),
        json("a body that is a text", v -> "\"lines\""),
        json("a body that ends too early", v -> v.reservation().substring(0, 30)),
        json("a missing bracket", v -> v.reservation().replace("]", "")),
        json("a comma too many", v -> v.reservation().replace("]", ",]")),
        json("single quotes", v -> v.reservation().replace('"', '\'')),
        json("a comment", v -> v.reservation() + "// please"),
        json("names without quotes", v -> "{lines:[]}"),
        json("something after the end", v -> v.reservation() + "{}"),
        json("garbage after the end", v -> v.reservation() + "x"),
        json("the same field twice", v -> spliced(v, "\"lines\":[]")),
        json(
            "the same field of a line twice",
            v -> v.reservation().replace("\"sku\"", "\"quantity\":1,\"sku\"")),
        json("a line break inside a text", v -> spliced(v, "\"reason\":\"a\nb\"")),
        json("an unknown escape", v -> spliced(v, "\"reason\":\"\\x\"")));
  }

  private static Stream<BadInput> beyondLimits() {
    return Stream.of(
        bad("depth 21", 400, "json-too-large", v -> v.reserve(deep(MAX_DEPTH + 1))),
        bad("depth 5000", 400, "json-too-large", v -> v.reserve(deep(5_000))),
        bad(
            "a text of 20,001 characters",
            400,
            "json-too-large",
            v -> v.reserve(reason(v, "x".repeat(20_001)))),
        bad(
            "a name of 257 characters",
            400,
            "json-too-large",
            v -> v.reserve(spliced(v, "\"" + "x".repeat(257) + "\":1"))),
        bad(
            "257 KB with Content-Length",
            413,
            "body-too-large",
            v -> v.reserve(padded(v, MAX_BODY + 1024))),
        bad(
            "257 KB in chunks",
            413,
            "body-too-large",
            v -> v.reserve(padded(v, MAX_BODY + 1024)).inChunks()),
        bad("one byte too many", 413, "body-too-large", v -> v.reserve(padded(v, MAX_BODY + 1))));
  }

  private static Stream<BadInput> encodings() {
    return Stream.of(
        encoded("UTF-16 with a mark", UTF_16),
        encoded("UTF-16 without a mark", UTF_16LE),
        encoded("UTF-32", Charset.forName("UTF-32BE")),
        bad(
            "Latin-1",
            400,
            "malformed-json",
            v -> v.reserve(reason(v, "café").getBytes(ISO_8859_1))),
        spoilt("half a UTF-8 character", 0xc3),
        spoilt("a longer form of an ASCII character", 0xc1, 0x81),
        spoilt("a surrogate in UTF-8", 0xed, 0xa0, 0x80),
        spoilt("a byte that is never UTF-8", 0xff),
        bad(
            "a broken UTF-32 character",
            400,
            "malformed-json",
            v -> v.reserve(new byte[] {0, 0, 0, '{', -1, -1, -1, -1})));
  }

  private static BadInput field(String name, String field, Function<Victim, String> body) {
    return new BadInput(name, v -> v.reserve(body.apply(v)), 422, "invalid-field", field);
  }

  private static BadInput json(String name, Function<Victim, String> body) {
    return bad(name, 400, "malformed-json", v -> v.reserve(body.apply(v)));
  }

  private static BadInput bad(
      String name, int status, String problem, Function<Victim, RawRequest> request) {
    return new BadInput(name, request, status, problem, "body");
  }

  private static BadInput encoded(String name, Charset charset) {
    return bad(name, 400, "malformed-json", v -> v.reserve(v.reservation().getBytes(charset)));
  }

  /** A reason with bytes in it that are not UTF-8. */
  private static BadInput spoilt(String name, int... bytes) {
    return bad(
        name,
        400,
        "malformed-json",
        v -> {
          String[] parts = reason(v, "|").split("\\|");
          byte[] start = parts[0].getBytes(UTF_8);
          byte[] end = parts[1].getBytes(UTF_8);
          byte[] all = Arrays.copyOf(start, start.length + bytes.length + end.length);
          for (int i = 0; i < bytes.length; i++) {
            all[start.length + i] = (byte) bytes[i];
          }
          System.arraycopy(end, 0, all, start.length + bytes.length, end.length);
          return v.reserve(all);
        });
  }

  private static String spliced(Victim v, String field) {
    return v.reservation().replaceFirst("\\{", "{" + field.replace("\\", "\\\\") + ",");
  }

  private static String reason(Victim v, String reason) {
    return spliced(v, "\"reason\":\"" + reason + "\"");
  }

  private static String repeated(Victim v, int count) {
    String[] lines = new String[count];
    Arrays.fill(lines, Bodies.line(v.sku(), v.location(), "1"));
    return Bodies.lines(lines);
  }

  private static String padded(Victim v, int bytes) {
    String body = v.reservation();
    return body + " ".repeat(bytes - body.length());
  }

  private static String deep(int levels) {
    return "{\"lines\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
  }
}
