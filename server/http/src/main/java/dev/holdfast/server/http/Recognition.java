package dev.holdfast.server.http;

import dev.holdfast.application.access.KeyRing;
import dev.holdfast.domain.access.Principal;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Finds out who sent a request, from memory where it can. */
final class Recognition {
  private static final String AUTHORIZATION = "Authorization";

  private static final String SCHEME = "Bearer ";

  /** Longer than any key that was ever issued. */
  private static final int MAX_SECRET = 200;

  private final KeyRing keys;

  Recognition(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * The secret that the request presents: a key, or else the session of its cookie.
   *
   * @throws ApiException 401 when it presents none, 403 when a browser may have been made to send
   *     it
   */
  static String secret(HttpServerRequest request) {
    String header = request.headers().get(AUTHORIZATION);
    String session = header == null ? SessionCookie.secret(request) : null;
    if (session != null) {
      return session;
    }
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new ApiException(
          Problem.of(
                  401,
                  "key-missing",
                  "No key",
                  "Send your key in the header Authorization: Bearer hf_…, or sign in with POST"
                      + " /v1/session.")
              .field(AUTHORIZATION));
    }
    String secret = header.substring(SCHEME.length()).strip();
    if (secret.isEmpty() || secret.length() > MAX_SECRET) {
      throw new ApiException(unknown());
    }
    return secret;
  }

  /** Who holds the secret, if memory knows. */
  @Nullable Principal known(String secret) {
    return keys.known(secret);
  }

  /** Who holds the secret, if memory knows well enough for a lookup. */
  @Nullable Principal knownForLookups(String secret) {
    return keys.knownForLookups(secret, Duration.ZERO);
  }

  /** A memory of its own for one event loop. */
  PresentedKeys presentedKeys() {
    return new PresentedKeys(keys);
  }

  /**
   * Who holds the secret of a request, asking the store.
   *
   * @throws ApiException 401 when nobody does
   */
  Principal recognise(HttpServerRequest request, String secret) {
    return keys.recognise(secret)
        .orElseThrow(
            () -> new ApiException(request.headers().contains(AUTHORIZATION) ? unknown() : over()));
  }

  private static Problem over() {
    return Problem.of(
        401,
        "session-over",
        "The session is over",
        "You have been signed out, here or elsewhere, or were away for long. Sign in again with"
            + " POST /v1/session.");
  }

  private static Problem unknown() {
    return Problem.of(
            401,
            "key-unknown",
            "Unknown key",
            "The key is wrong or revoked. Ask an admin of your company for a new one.")
        .field(AUTHORIZATION);
  }
}
