package dev.holdfast.server.http.session;

import dev.holdfast.application.access.OpenIdLogin;
import dev.holdfast.application.access.OpenIdLogin.Errand;
import dev.holdfast.application.access.OpenIdLogin.Identity;
import dev.holdfast.application.access.OpenIdLogin.LoginFailedException;
import dev.holdfast.application.access.SignIn;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.SessionCookie;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Signing in by the company's own identity provider: there, and back. */
public final class OpenIdRoutes {
  /** Where the way to the provider begins. */
  static final String PATH = "/v1/session/oidc";

  /** Where the provider sends browsers back to. */
  public static final String CALLBACK = PATH + "/callback";

  private static final String COOKIE = "holdfast-oidc";

  /** Long enough to type a password and find a second factor. */
  private static final int ERRAND_SECONDS = 15 * 60;

  private static final int MAX_PATH = 1_000;

  private final @Nullable OpenIdLogin login;
  private final SignIn signIn;
  private final SessionCookie cookie;

  /**
   * @param login null where there is no provider
   */
  public OpenIdRoutes(@Nullable OpenIdLogin login, SignIn signIn, SessionCookie cookie) {
    this.login = login;
    this.signIn = signIn;
    this.cookie = cookie;
  }

  public void addTo(Routes routes) {
    routes.openBlocking(HttpMethod.GET, PATH, this::leave);
    routes.openBlocking(HttpMethod.GET, CALLBACK, this::comeBack);
  }

  private OpenIdLogin login() {
    if (login == null) {
      throw new ApiException(
          Problem.of(
              404,
              "not-found",
              "Not found",
              "There is no company login here. Sign in with a password: POST /v1/session."));
    }
    return login;
  }

  private void leave(Exchange exchange) {
    try {
      OpenIdLogin.Departure departure = login().begin();
      String to = ownPath(exchange.query("to"));
      Errand errand = departure.errand();
      String kept =
          errand.state()
              + "."
              + errand.nonce()
              + "."
              + errand.verifier()
              + "."
              + Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(to.getBytes(StandardCharsets.UTF_8));
      keep(exchange, kept, ERRAND_SECONDS);
      send(exchange, departure.to().toString());
    } catch (LoginFailedException away) {
      send(exchange, "/sign-in?problem=failed");
    }
  }

  private void comeBack(Exchange exchange) {
    OpenIdLogin known = login();
    String kept = SessionCookie.value(exchange.request(), COOKIE);
    keep(exchange, "", 0);
    try {
      // The verifier may hold any of the characters that an address may, dots too.
      String[] parts = kept == null ? new String[0] : kept.split("\\.", 3);
      int last = parts.length < 3 ? -1 : parts[2].lastIndexOf('.');
      if (last < 0) {
        send(exchange, "/sign-in?problem=failed");
        return;
      }
      Errand errand = new Errand(parts[0], parts[1], parts[2].substring(0, last));
      String to = decoded(parts[2].substring(last + 1));
      Identity identity = known.finish(new URI(exchange.request().uri()), errand);
      switch (signIn.withIdentity(identity)) {
        case SignIn.Result.SignedIn in -> {
          cookie.give(exchange, in.secret());
          send(exchange, ownPath(to));
        }
        case SignIn.Result.Refused no -> send(exchange, "/sign-in?problem=no-account");
        case SignIn.Result.Throttled never -> throw new IllegalStateException("nothing to guess");
      }
    } catch (LoginFailedException | URISyntaxException | IllegalArgumentException nobody) {
      send(exchange, "/sign-in?problem=failed");
    }
  }

  private static String decoded(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  /** A path of this site, whatever was asked for: never a way to somebody else's. */
  static String ownPath(@Nullable String asked) {
    if (asked == null || asked.length() > MAX_PATH) {
      return "/";
    }
    boolean own =
        asked.startsWith("/")
            && !asked.startsWith("//")
            && asked.indexOf('\\') < 0
            && asked.chars().allMatch(c -> c > ' ' && c < 127);
    return own ? asked : "/";
  }

  /** Lax: the provider sends the browser back, and that is another site. */
  private void keep(Exchange exchange, String value, int seconds) {
    String secure = cookie.isSecure(exchange.request()) ? "; Secure" : "";
    exchange
        .request()
        .response()
        .headers()
        .add(
            "Set-Cookie",
            COOKIE
                + "="
                + value
                + "; Path="
                + PATH
                + "; Max-Age="
                + seconds
                + "; HttpOnly; SameSite=Lax"
                + secure);
  }

  private static void send(Exchange exchange, String to) {
    exchange.request().response().putHeader("Location", to).putHeader("Cache-Control", "no-store");
    exchange.empty(302);
  }
}
