package dev.holdfast.server.http.web;

import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The pages for people, and the files that they load. A file whose name holds a hash of its
 * contents never changes, so anybody may keep it; the page itself is asked for each time, because
 * it carries a nonce for its style tags and names the files of this version. Only the worker of the
 * pages keeps one, header and body together, for when no server answers.
 */
public final class WebRoutes {
  /** Where the pages are; what comes after, the app itself reads. */
  private static final List<String> PAGES =
      List.of(
          "/shop",
          "/store",
          "/orders",
          "/warehouse",
          "/reports",
          "/operations",
          "/sign-in",
          "/account");

  private static final String ASSETS = "assets/";
  private static final String NONCE_PLACE = "__NONCE__";
  private static final int NONCE_BYTES = 16;
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-__NONCE__'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** For what runs beside the pages: the worker asks this server, and nothing else. */
  private static final String FILE_POLICY = "default-src 'none'; connect-src 'self'";

  private final WebFiles files;
  private final SecureRandom random = new SecureRandom();
  private final String page;

  public WebRoutes(WebFiles files) {
    this.files = files;
    this.page = files.page().text();
  }

  /**
   * Adds the routes of one event loop.
   *
   * @param welcome answers the root to who does not ask for a page
   */
  public void addTo(Routes routes, Consumer<Exchange> welcome) {
    routes.open(HttpMethod.GET, "/", exchange -> root(exchange, welcome));
    for (String path : PAGES) {
      routes.open(HttpMethod.GET, path, this::page);
      routes.open(HttpMethod.GET, path + "/*", this::page);
    }
    for (String name : files.topNames()) {
      routes.open(HttpMethod.GET, "/" + name, exchange -> file(exchange, name, ASK_AGAIN));
    }
    routes.open(
        HttpMethod.GET,
        "/" + ASSETS + "*",
        exchange -> file(exchange, ASSETS + exchange.path("*"), FOR_GOOD));
  }

  private void root(Exchange exchange, Consumer<Exchange> welcome) {
    String accepted = exchange.request().getHeader("Accept");
    exchange.request().response().putHeader("Vary", "Accept");
    if (accepted != null && accepted.contains("text/html")) {
      page(exchange);
    } else {
      welcome.accept(exchange);
    }
  }

  private void page(Exchange exchange) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    String nonce = Base64.getEncoder().encodeToString(bytes);
    HttpServerResponse response = exchange.request().response();
    guard(response);
    response.putHeader("Content-Security-Policy", POLICY.replace(NONCE_PLACE, nonce));
    response.putHeader("Referrer-Policy", "same-origin");
    response.putHeader("Permissions-Policy", "geolocation=(self), camera=(), microphone=()");
    response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.putHeader("Cache-Control", ASK_AGAIN);
    exchange.send(
        200,
        files.page().type(),
        page.replace(NONCE_PLACE, nonce).getBytes(StandardCharsets.UTF_8));
  }

  private void file(Exchange exchange, String name, String kept) {
    WebFile file = files.file(name);
    if (file == null) {
      exchange.problem(gone(name));
      return;
    }
    HttpServerResponse response = exchange.request().response();
    guard(response);
    response.putHeader("Content-Security-Policy", FILE_POLICY);
    response.putHeader("Cache-Control", kept);
    response.putHeader("Vary", "Accept-Encoding");
    response.putHeader("ETag", file.entityTag());
    if (isKnown(exchange.request().getHeader("If-None-Match"), file.entityTag())) {
      exchange.empty(304);
      return;
    }
    WebFile.Form form = file.formFor(exchange.request().getHeader("Accept-Encoding"));
    if (!form.encoding().isEmpty()) {
      response.putHeader("Content-Encoding", form.encoding());
    }
    exchange.send(200, file.type(), form.bytes());
  }

  private static void guard(HttpServerResponse response) {
    response.putHeader("X-Content-Type-Options", "nosniff");
  }

  private static boolean isKnown(@Nullable String known, String tag) {
    return known != null && known.contains(tag);
  }

  private static Problem gone(String name) {
    return Problem.of(
        404,
        "no-such-route",
        "Nothing here",
        "There is no /" + name + ". It may be of an earlier version: load the page again.");
  }
}
