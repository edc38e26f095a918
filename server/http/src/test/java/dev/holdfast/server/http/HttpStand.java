package dev.holdfast.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.holdfast.application.access.KeyRing;
import dev.holdfast.application.access.VisitorLimits;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A real server on a free port of this machine, and a client that talks to it. */
public final class HttpStand implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Vertx vertx = Vertx.vertx();
  private final Blocking blocking = new Blocking();
  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;

  /** Where it listens. */
  public String url() {
    return url;
  }

  /** Serves these routes to the holders of the ring's keys. */
  public HttpStand(KeyRing keys, Consumer<Routes> routes) {
    this(new Serving(keys, VisitorLimits.Terms.NONE, routes), 75);
  }

  /** Who is served what, and how much of it where anybody may come. */
  public record Serving(KeyRing keys, VisitorLimits.Terms visitors, Consumer<Routes> routes) {
    public Serving(KeyRing keys, Consumer<Routes> routes) {
      this(keys, VisitorLimits.Terms.NONE, routes);
    }
  }

  /** The same, closing connections that nothing goes through after so long. */
  public HttpStand(Serving serving, int idleSeconds) {
    HttpFace face =
        new HttpFace(
            "127.0.0.1",
            0,
            serving.keys(),
            new Visitors(new VisitorLimits(serving.visitors())),
            blocking,
            () -> null,
            serving.routes(),
            idleSeconds);
    this.url = "http://127.0.0.1:" + await(face.listen(vertx, 1));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** The same server as the holder of a key sees it. */
  public Caller as(String secret) {
    return new Caller(secret);
  }

  @Override
  public void close() {
    client.close();
    await(vertx.close());
    blocking.close();
  }

  /** Somebody with a key. */
  public final class Caller {
    private final String secret;

    Caller(String secret) {
      this.secret = secret;
    }

    public Answer get(String path) throws IOException, InterruptedException {
      return send("GET", path, "");
    }

    /** A GET with one more header. */
    public Answer getIf(String path, String header, String value)
        throws IOException, InterruptedException {
      return send("GET", path, "", header, value);
    }

    public Answer delete(String path) throws IOException, InterruptedException {
      return send("DELETE", path, "");
    }

    public Answer post(String path, String json) throws IOException, InterruptedException {
      return send("POST", path, json);
    }

    public Answer put(String path, String json) throws IOException, InterruptedException {
      return send("PUT", path, json);
    }

    private Answer send(String method, String path, String json, String... headers)
        throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + path))
              .header("Authorization", "Bearer " + secret)
              .method(method, HttpRequest.BodyPublishers.ofString(json));
      if (headers.length > 0) {
        request.headers(headers);
      }
      if (!json.isEmpty()) {
        request.header("Content-Type", "application/json");
      }
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response);
    }
  }

  /** What came back. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() throws IOException {
      return response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
    }

    /** A text of the answer by its path, as in {@code /items/0/code}; "" where there is none. */
    public String text(String pointer) throws IOException {
      return json().at(pointer).asText();
    }
  }
}
