package dev.holdfast.server.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks a running server, as any other client would. */
final class ApiConnection implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI url;
  private final String key;

  ApiConnection(ServerOptions options) throws CommandFailure {
    this.url = options.url();
    this.key = options.key();
  }

  /** What the server said, good or bad. */
  record Answer(int status, JsonNode json) {
    /**
     * The answer, if it is a good one.
     *
     * @throws CommandFailure what the server says is wrong
     */
    Answer requireGood() throws CommandFailure {
      if (status >= 400) {
        throw new CommandFailure(json.path("detail").asText("status " + status));
      }
      return this;
    }
  }

  /**
   * Sends a request.
   *
   * @return the JSON of a good answer; empty JSON where it has no body
   * @throws CommandFailure what the server says is wrong, or that it does not answer
   */
  JsonNode ask(String method, String path, @Nullable JsonNode body) throws CommandFailure {
    return send(method, path, body).requireGood().json();
  }

  /**
   * Sends a request.
   *
   * @throws CommandFailure when it does not answer
   */
  Answer send(String method, String path, @Nullable JsonNode body) throws CommandFailure {
    HttpResponse<byte[]> answer = exchange(method, path, body);
    try {
      return new Answer(
          answer.statusCode(),
          answer.body().length == 0 ? mapper.createObjectNode() : mapper.readTree(answer.body()));
    } catch (IOException notOurs) {
      throw new CommandFailure(
          "What answers at " + url + " is not Holdfast. Name the server with --url.");
    }
  }

  /**
   * Reads text that is no JSON.
   *
   * @throws CommandFailure what the server says is wrong, or that it does not answer
   */
  String text(String path) throws CommandFailure {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /**
   * Reads a file as it is.
   *
   * @throws CommandFailure what the server says is wrong, or that it does not answer
   */
  byte[] bytes(String path) throws CommandFailure {
    HttpResponse<byte[]> answer = exchange("GET", path, null);
    if (answer.statusCode() != 200) {
      send("GET", path, null).requireGood();
    }
    return answer.body();
  }

  private HttpResponse<byte[]> exchange(String method, String path, @Nullable JsonNode body)
      throws CommandFailure {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + key);
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    request.method(
        method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (ConnectException nobody) {
      throw new CommandFailure(
          "No server answers at " + url + ". Start it with ./holdfast up, or name it with --url.");
    } catch (IOException broken) {
      throw new CommandFailure("The server at " + url + " broke off: " + broken.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("Interrupted before the server answered.");
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
