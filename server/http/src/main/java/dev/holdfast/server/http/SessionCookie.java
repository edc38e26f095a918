package dev.holdfast.server.http;

import dev.holdfast.domain.access.SessionTerms;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that a browser holds a session by. Scripts cannot read it, and other sites cannot have
 * it sent; whatever changes something must also show a header that no page of another site can set.
 */
public final class SessionCookie {
  static final String NAME = "holdfast-session";

  /** The header that only our own pages send, because others would have to ask first (CORS). */
  private static final String CLIENT_HEADER = "Holdfast-Client";

  private static final String CLIENT = "web";

  private final boolean alwaysSecure;

  /**
   * @param alwaysSecure whether browsers come by HTTPS, whatever the last hop to this server is
   */
  public SessionCookie(boolean alwaysSecure) {
    this.alwaysSecure = alwaysSecure;
  }

  /**
   * The secret of the request's session; null when it has none.
   *
   * @throws ApiException 403 when it would change something and does not come from our own pages
   */
  public static @Nullable String secret(HttpServerRequest request) {
    String secret = value(request, NAME);
    boolean reads =
        HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method());
    if (secret != null && !reads && !CLIENT.equals(request.headers().get(CLIENT_HEADER))) {
      throw new ApiException(
          Problem.of(
                  403,
                  "cross-site",
                  "Not from our own pages",
                  "With the session cookie, send "
                      + CLIENT_HEADER
                      + ": "
                      + CLIENT
                      + " as well. Programs use a key instead of a cookie.")
              .field(CLIENT_HEADER));
    }
    return secret;
  }

  /** The value of a cookie of the request; null when it has none. */
  public static @Nullable String value(HttpServerRequest request, String name) {
    for (String header : request.headers().getAll("Cookie")) {
      for (String pair : header.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
          String value = pair.substring(equals + 1).strip();
          return value.isEmpty() ? null : value;
        }
      }
    }
    return null;
  }

  /** Gives the browser the cookie of a new session with the answer. */
  public void give(Exchange exchange, String secret) {
    send(exchange, secret, SessionTerms.AGE.toSeconds());
  }

  /** Takes the cookie away with the answer. */
  public void take(Exchange exchange) {
    send(exchange, "", 0);
  }

  private void send(Exchange exchange, String value, long seconds) {
    String secure = isSecure(exchange.request()) ? "; Secure" : "";
    exchange
        .request()
        .response()
        .headers()
        .add(
            "Set-Cookie",
            NAME
                + "="
                + value
                + "; Path=/; Max-Age="
                + seconds
                + "; HttpOnly; SameSite=Strict"
                + secure);
  }

  /** Whether the browser came by HTTPS, as far as this server or the one before it can tell. */
  public boolean isSecure(HttpServerRequest request) {
    return alwaysSecure
        || request.isSSL()
        || "https".equalsIgnoreCase(request.headers().get("X-Forwarded-Proto"));
  }
}
