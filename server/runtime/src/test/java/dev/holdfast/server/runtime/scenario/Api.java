package dev.holdfast.server.runtime.scenario;

import dev.holdfast.server.runtime.contract.Contract;
import dev.holdfast.server.runtime.contract.Inspection;
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
import java.util.UUID;

/** The API as the holder of one key uses it. Every answer is held to the contract. */
public final class Api {
  static final Contract CONTRACT = Contract.read();
  private static final Inspection INSPECTION = new Inspection(CONTRACT);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String url;
  private final String secret;

  Api(String url, String secret) {
    this.url = url;
    this.secret = secret;
  }

  String secret() {
    return secret;
  }

  Reply get(String target) {
    return send("GET", target, "", Map.of());
  }

  Reply delete(String target) {
    return send("DELETE", target, "", Map.of());
  }

  Reply put(String target, String body) {
    return send("PUT", target, body, Map.of());
  }

  Reply patch(String target, String body) {
    return send("PATCH", target, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
  }

  /** Sends a command under a key that was never used before. */
  Reply post(String target, String body) {
    return post(target, body, UUID.randomUUID().toString());
  }

  Reply post(String target, String body, String idempotencyKey) {
    return send("POST", target, body, Map.of("Idempotency-Key", idempotencyKey));
  }

  /** Sends anything; headers beyond those that every request has may be given. */
  Reply send(String method, String target, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + target))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + secret)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    Reply reply = send(request.build());
    inspect(method, target, body, reply);
    return reply;
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

  /** Fails when an exchange is not as the contract says. */
  static void inspect(String method, String target, String body, Reply reply) {
    List<String> faults = INSPECTION.faults(method, target, body, reply);
    if (!faults.isEmpty()) {
      throw new AssertionError(
          method + " " + target + " " + body + "\nanswered " + reply + "\nbut " + faults);
    }
  }
}
