package dev.holdfast.server.runtime.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils requests at random, often so little that they still look right. */
final class Mutator {
  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"]*\"|-?[0-9.]+(?:[eE][-+]?[0-9]+)?|[\\[\\]{},:]");

  private static final List<String> NASTY =
      List.of(
          "",
          "null",
          "true",
          "{}",
          "[]",
          "[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]",
          "0",
          "-1",
          "1.0000000001",
          "1e9",
          "1e400",
          "1e-400",
          "1e2147483647",
          "1e-2147483648",
          "1e99999999999",
          "9223372036854775807",
          "-9223372036854775808",
          "9".repeat(64),
          "9".repeat(5_000),
          "NaN",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\ud83d\ude9a\"",
          "\"../../etc/passwd\"",
          "\"'; drop table position; --\"",
          "\"%s%n%d\"",
          "\"${jndi:ldap://x}\"",
          "\"" + "a".repeat(70_000) + "\"",
          "\"lines\"",
          "\"sku\"",
          "\"ttlSeconds\"",
          "\"__proto__\"",
          ",",
          ":",
          "}",
          "]",
          "/* */",
          "\u2028",
          "\ufeff");

  private static final List<String> HEADERS =
      List.of(
          "Content-Type",
          "Idempotency-Key",
          "Authorization",
          "Accept",
          "Content-Encoding",
          "Connection",
          "Upgrade",
          "Cookie",
          "Range",
          "X-HTTP-Method-Override",
          "X-Forwarded-For");

  private static final List<String> HEADER_VALUES =
      List.of(
          "",
          "application/json",
          "application/json;charset=utf-8",
          "application/json; charset=\"UTF-8\"; x=y",
          "APPLICATION/JSON",
          "application/json,text/html",
          "application/*",
          ";",
          "text/csv",
          "gzip",
          "close",
          "websocket",
          "DELETE",
          "bytes=0-1",
          "Bearer",
          "Bearer ",
          "bearer hf_",
          "*/*;q=x",
          "\u0001",
          "\u00e9",
          "a\tb",
          "a".repeat(128),
          "a".repeat(129),
          "a".repeat(9_000));

  private final Random random;

  Mutator(Random random) {
    this.random = random;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A body with one to four faults, or now and then with none. */
  byte[] body(String text) {
    String spoilt = text;
    int tokens = random.nextInt(4);
    for (int i = 0; i < tokens; i++) {
      spoilt = token(spoilt);
    }
    byte[] bytes = spoilt.getBytes(StandardCharsets.UTF_8);
    return random.nextInt(3) == 0 ? bytes(bytes) : bytes;
  }

  /** Replaces, repeats or drops one token of the JSON. */
  private String token(String text) {
    List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
    if (tokens.isEmpty()) {
      return text + oneOf(NASTY);
    }
    MatchResult token = oneOf(tokens);
    String instead =
        switch (random.nextInt(6)) {
          case 0 -> token.group() + token.group();
          case 1 -> "";
          case 2 -> oneOf(tokens).group();
          default -> oneOf(NASTY);
        };
    return text.substring(0, token.start()) + instead + text.substring(token.end());
  }

  private byte[] bytes(byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(8));
    ByteArrayOutputStream spoilt = new ByteArrayOutputStream();
    spoilt.write(bytes, 0, at);
    switch (random.nextInt(5)) {
      case 0 -> spoilt.write(random.nextInt(256));
      case 1 -> spoilt.writeBytes(Arrays.copyOfRange(bytes, at, at + length));
      case 2 -> at += length;
      case 3 -> at = bytes.length;
      default -> {
        spoilt.write(bytes[at] ^ (1 << random.nextInt(8)));
        at++;
      }
    }
    spoilt.write(bytes, at, bytes.length - at);
    return spoilt.toByteArray();
  }

  /** Now and then changes a header, adds one or takes one away. */
  void headers(RawRequest request) {
    switch (random.nextInt(8)) {
      case 0 -> request.with(oneOf(HEADERS), oneOf(HEADER_VALUES));
      case 1 -> request.without(oneOf(HEADERS));
      case 2 -> request.inChunks();
      default -> {
        // As it should be.
      }
    }
  }
}
