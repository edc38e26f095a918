package dev.holdfast.bench.load;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A request template is a whole HTTP/1.1 request as bytes, with a slot of fixed width for the
 * {@code Idempotency-Key}, so that sending it again costs one copy and 16 patched bytes. Immutable.
 */
public final class RequestTemplate implements RequestSource {
  private static final int DIGITS = 16;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int NO_SLOT = -1;

  private final byte[] bytes;
  private final int slot;

  private RequestTemplate(byte[] bytes, int slot) {
    this.bytes = bytes;
    this.slot = slot;
  }

  /**
   * A command: POST with a JSON body, a bearer key and an idempotency key.
   *
   * @param base address of the server; only host and port are used
   * @param path path with its query
   * @param apiKey bearer key
   * @param keyPrefix first part of every idempotency key; unique for a run
   * @param json the body
   */
  public static RequestTemplate post(
      URI base, String path, String apiKey, String keyPrefix, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String upToKey =
        head("POST", base, path)
            + authorization(apiKey)
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\nIdempotency-Key: "
            + keyPrefix;
    String request =
        upToKey + "0".repeat(DIGITS) + "\r\n\r\n" + new String(body, StandardCharsets.UTF_8);
    int keySlot = upToKey.getBytes(StandardCharsets.UTF_8).length;
    return new RequestTemplate(request.getBytes(StandardCharsets.UTF_8), keySlot);
  }

  /** A GET without authentication or idempotency key. */
  public static RequestTemplate get(URI base, String path) {
    String request = head("GET", base, path) + "\r\n";
    return new RequestTemplate(request.getBytes(StandardCharsets.UTF_8), NO_SLOT);
  }

  /** A GET with a bearer key. */
  public static RequestTemplate get(URI base, String path, String apiKey) {
    String request = head("GET", base, path) + authorization(apiKey) + "\r\n";
    return new RequestTemplate(request.getBytes(StandardCharsets.UTF_8), NO_SLOT);
  }

  /** A question in a body: a POST with a bearer key and without an idempotency key. */
  public static RequestTemplate query(URI base, String path, String apiKey, String json) {
    String request =
        head("POST", base, path)
            + authorization(apiKey)
            + "Content-Type: application/json\r\nContent-Length: "
            + json.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + json;
    return new RequestTemplate(request.getBytes(StandardCharsets.UTF_8), NO_SLOT);
  }

  /** The idempotency key that {@link #write} gives to this number. */
  public static String key(String keyPrefix, long number) {
    return keyPrefix + String.format("%016x", number);
  }

  /** Writes the request whose key ends with this number, as 16 hexadecimal digits. */
  @Override
  public void write(long number, ByteBuffer target) {
    int start = target.position();
    target.put(bytes);
    if (slot == NO_SLOT) {
      return;
    }
    long rest = number;
    for (int digit = DIGITS - 1; digit >= 0; digit--) {
      target.put(start + slot + digit, HEX[(int) (rest & 0xF)]);
      rest >>>= 4;
    }
  }

  private static String authorization(String apiKey) {
    return "Authorization: Bearer " + apiKey + "\r\n";
  }

  private static String head(String method, URI base, String path) {
    return method + " " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n";
  }
}
