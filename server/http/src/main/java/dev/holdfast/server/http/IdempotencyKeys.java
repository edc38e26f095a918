package dev.holdfast.server.http;

import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The idempotency key of a request, and the fingerprint that tells whether it came before. */
public final class IdempotencyKeys {
  /** The longest key: a UUID or any request identifier fits, and so does its row in the index. */
  public static final int MAX_LENGTH = 128;

  private IdempotencyKeys() {}

  /**
   * The request's key.
   *
   * @throws ApiException 400 when it has none or a malformed one
   */
  public static String of(HttpServerRequest request) {
    String key = request.headers().get("Idempotency-Key");
    if (key == null || key.isEmpty()) {
      throw problem(
          "idempotency-key-missing",
          "Send a fresh Idempotency-Key, such as a UUID, with every command, and the same one when"
              + " you send it again.");
    }
    if (key.length() > MAX_LENGTH) {
      throw problem(
          "idempotency-key-malformed",
          "The Idempotency-Key is longer than " + MAX_LENGTH + " characters; send a UUID.");
    }
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) < '!' || key.charAt(i) > '~') {
        throw problem(
            "idempotency-key-malformed",
            "The Idempotency-Key may hold visible ASCII characters without spaces; send a UUID.");
      }
    }
    return key;
  }

  private static ApiException problem(String slug, String mend) {
    return new ApiException(
        Problem.badRequest(slug, "The Idempotency-Key cannot be used", mend)
            .field("Idempotency-Key"));
  }

  /** 422: the key belongs to another request. */
  public static Problem reused() {
    return Problem.of(
            422,
            "idempotency-key-reused",
            "The Idempotency-Key belongs to another request",
            "This key was used before with a different path or body. Send a fresh key for a new"
                + " command; to repeat the old one, send exactly the same bytes.")
        .field("Idempotency-Key");
  }

  /** 128 bits of SHA-256 over the request's target and body: enough that no two ever meet. */
  public static UUID fingerprint(HttpServerRequest request, byte[] body) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(request.uri().getBytes(StandardCharsets.UTF_8));
      sha.update((byte) '\n');
      ByteBuffer digest = ByteBuffer.wrap(sha.digest(body));
      return new UUID(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
