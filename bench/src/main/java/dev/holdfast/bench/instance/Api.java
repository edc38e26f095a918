package dev.holdfast.bench.instance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The public HTTP face, for everything that is not measured: setting up and checking afterwards.
 * Safe for several threads.
 */
public final class Api implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration IMPORT_PATIENCE = Duration.ofMinutes(10);
  private static final String REPLAYED = "Idempotency-Replayed";
  private static final int PAGE = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final String apiKey;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  /**
   * @param base address of the server
   * @param apiKey bearer key
   */
  public Api(URI base, String apiKey) {
    this.base = base;
    this.apiKey = apiKey;
  }

  /** The address of the server. */
  public URI base() {
    return base;
  }

  /** The bearer key. */
  public String key() {
    return apiKey;
  }

  /** Sends a command once; whatever the answer is, it is returned. */
  public Reply command(String path, String idempotencyKey, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path, PATIENCE)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofString(json))
            .build();
    return send(request);
  }

  /** Sends a command that has to succeed. */
  public JsonNode must(String path, String json) throws IOException, InterruptedException {
    return done(path, command(path, UUID.randomUUID().toString(), json));
  }

  /** Reads something that has to be there. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return done(path, look(path));
  }

  /** Reads something; whatever the answer is, it is returned. */
  public Reply look(String path) throws IOException, InterruptedException {
    return send(request(path, PATIENCE).GET().build());
  }

  /** Reads a list from its first page to its last; hears the items of each page. */
  public void pages(String path, Consumer<JsonNode> items)
      throws IOException, InterruptedException {
    String next = "";
    do {
      String from = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, UTF_8);
      JsonNode page = get(path + "?limit=" + PAGE + from);
      items.accept(page.path("items"));
      next = page.path("next").asText("");
    } while (!next.isEmpty());
  }

  /** Imports a whole CSV file that has to be good; returns the server's summary. */
  public JsonNode importCsv(String kind, Path file) throws IOException, InterruptedException {
    return importCsv(kind, BodyPublishers.ofFile(file));
  }

  /** Imports CSV text that has to be good. */
  public JsonNode importCsv(String kind, String csv) throws IOException, InterruptedException {
    return importCsv(kind, BodyPublishers.ofString(csv));
  }

  private JsonNode importCsv(String kind, BodyPublisher body)
      throws IOException, InterruptedException {
    String path = "/v1/imports/" + kind;
    HttpRequest request =
        request(path, IMPORT_PATIENCE)
            .header("Content-Type", "text/csv")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(body)
            .build();
    return done(path, send(request));
  }

  /** Opens a CSV export as it streams. */
  public InputStream export(String kind) throws IOException, InterruptedException {
    String path = "/v1/exports/" + kind;
    HttpResponse<InputStream> response =
        client.send(request(path, IMPORT_PATIENCE).build(), BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw refused(path, Integer.toString(response.statusCode()));
    }
    return response.body();
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }

  private HttpRequest.Builder request(String path, Duration patience) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(patience)
        .header("Authorization", "Bearer " + apiKey);
  }

  private Reply send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    boolean replayed =
        response.headers().firstValue(REPLAYED).filter(value -> value.equals("true")).isPresent();
    return new Reply(response.statusCode(), json(response.body()), replayed);
  }

  private static JsonNode json(String body) {
    try {
      JsonNode tree = JSON.readTree(body);
      return tree.isMissingNode() ? JSON.createObjectNode() : tree;
    } catch (JsonProcessingException notJson) {
      return JSON.createObjectNode().put("text", body);
    }
  }

  private static JsonNode done(String path, Reply reply) {
    if (!reply.isDone()) {
      throw refused(path, reply.status() + ": " + reply.body());
    }
    return reply.body();
  }

  private static InstanceException refused(String path, String answer) {
    return new InstanceException(
        path
            + " answered "
            + answer
            + "\nRun this again with --keep and look at the server's log in the kept folder.");
  }
}
