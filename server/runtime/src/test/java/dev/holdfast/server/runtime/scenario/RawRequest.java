package dev.holdfast.server.runtime.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A request to be written byte by byte: right in everything that a test does not spoil. */
final class RawRequest {
  private static final int CHUNK = 10_000;

  private final String method;
  private final String target;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body = {};
  private boolean chunked;

  RawRequest(String method, String target, String secret) {
    this.method = method;
    this.target = target;
    headers.put("Host", "127.0.0.1");
    headers.put("Authorization", "Bearer " + secret);
  }

  static RawRequest command(String target, String secret, String body) {
    return new RawRequest("POST", target, secret)
        .with("Content-Type", "application/json")
        .with("Idempotency-Key", UUID.randomUUID().toString())
        .body(body.getBytes(StandardCharsets.UTF_8));
  }

  RawRequest with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  RawRequest without(String header) {
    headers.remove(header);
    return this;
  }

  RawRequest body(byte[] bytes) {
    body = bytes;
    return this;
  }

  /** Without Content-Length, in pieces. */
  RawRequest inChunks() {
    chunked = true;
    return this;
  }

  String method() {
    return method;
  }

  String target() {
    return target;
  }

  String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (chunked) {
      headers.put("Transfer-Encoding", "chunked");
    } else if (body.length > 0 || method.equals("POST")) {
      headers.putIfAbsent("Content-Length", Integer.toString(body.length));
    }
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    bytes.writeBytes(latin(head.append("\r\n").toString()));
    if (!chunked) {
      bytes.writeBytes(body);
      return bytes.toByteArray();
    }
    for (int at = 0; at < body.length; at += CHUNK) {
      int length = Math.min(CHUNK, body.length - at);
      bytes.writeBytes(latin(Integer.toHexString(length) + "\r\n"));
      bytes.write(body, at, length);
      bytes.writeBytes(latin("\r\n"));
    }
    bytes.writeBytes(latin("0\r\n\r\n"));
    return bytes.toByteArray();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
