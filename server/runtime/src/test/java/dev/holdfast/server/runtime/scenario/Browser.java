package dev.holdfast.server.runtime.scenario;

import dev.holdfast.server.runtime.contract.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The API as the pages in a browser use it: with a cookie instead of a key. Every answer is held to
 * the contract.
 */
final class Browser {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String url;

  /** Each is somewhere else, so that no test sees the failures of another. */
  private final String address = "198.51.100." + COUNT.incrementAndGet();

  private final Map<String, String> cookies = new TreeMap<>();
  private boolean isOurPage = true;

  Browser(String url) {
    this.url = url;
  }

  /** The same session on another node. */
  Browser at(String otherUrl) {
    Browser other = new Browser(otherUrl);
    other.cookies.putAll(cookies);
    return other;
  }

  /** Signs in; fails when that is refused. */
  Browser signedIn(String email, String password) {
    Reply reply = signIn(email, password);
    if (reply.status() != 200) {
      throw new AssertionError("not signed in: " + reply);
    }
    return this;
  }

  Reply signIn(String email, String password) {
    return send("POST", "/v1/session", Bodies.signIn(email, password));
  }

  /** What follows is sent as a page of another site could have it sent. */
  void fromAnotherSite() {
    isOurPage = false;
  }

  /** The cookies by name. */
  Map<String, String> cookies() {
    return cookies;
  }

  Reply get(String target) {
    return send("GET", target, "");
  }

  Reply post(String target, String body) {
    return send("POST", target, body);
  }

  Reply delete(String target) {
    return send("DELETE", target, "");
  }

  Reply patch(String target, String body) {
    return send("PATCH", target, body);
  }

  private Reply send(String method, String target, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + target))
            .timeout(PATIENCE)
            .header("X-Forwarded-For", address)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    StringBuilder shown = new StringBuilder("theme=dark");
    cookies.forEach((name, value) -> shown.append("; ").append(name).append('=').append(value));
    request.header("Cookie", shown.toString());
    if (isOurPage) {
      request.header("Holdfast-Client", "web");
    }
    Reply reply = send(request.build());
    reply.headers().getOrDefault("set-cookie", List.of()).forEach(this::keep);
    Api.inspect(method, target, body, reply);
    return reply;
  }

  private void keep(String setCookie) {
    String[] pair = setCookie.split(";", 2)[0].split("=", 2);
    if (setCookie.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  private static Reply send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
      return new Reply(
          response.statusCode(),
          response.headers().map(),
          new String(response.body(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
