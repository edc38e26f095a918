package dev.holdfast.server.runtime.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.server.runtime.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of its own for one test, and what it does with files over HTTP. */
public final class FileClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final AtomicInteger COUNT = new AtomicInteger();

  static final String LOCATIONS =
      """
      code,name,kind,region,latitude,longitude,time_zone,address
      OAK,Oakland,fulfilment_centre,west,37.8044,-122.2712,America/Los_Angeles,
      SEA,Seattle,store,west,47.6062,-122.3321,America/Los_Angeles,"1 Pine St, 98101"
      """;

  static final String SKUS =
      """
      code,name,barcodes,unit,scale,length_mm,width_mm,height_mm,weight_g,category
      APPLE,Apples,4006381333931,kg,3,0,0,0,1000,produce
      BOX,"Box, ""large""\",,each,0,400,300,200,650,household
      """;

  private final RunningServer server;
  private final String code;
  private final String secret;

  private FileClient(RunningServer server, String code, String secret) {
    this.server = server;
    this.code = code;
    this.secret = secret;
  }

  /** A new client that has nothing. */
  public static FileClient in(RunningServer server) {
    String code = "files-" + COUNT.incrementAndGet();
    FileClient operator = new FileClient(server, code, server.operatorSecret());
    operator.post("/v1/clients", "{\"code\":\"" + code + "\",\"name\":\"Files\"}");
    return operator.as("admin");
  }

  /** The same client with a new key. */
  FileClient as(String role) {
    FileClient operator = new FileClient(server, code, server.operatorSecret());
    JsonNode key =
        operator.post(
            "/v1/keys", "{\"name\":\"k\",\"role\":\"" + role + "\",\"client\":\"" + code + "\"}");
    return new FileClient(server, code, key.get("secret").asText());
  }

  /** This client with two SKUs and two locations. */
  FileClient withCatalogue() {
    assertThat(bringIn("skus", SKUS).statusCode()).isEqualTo(200);
    assertThat(bringIn("locations", LOCATIONS).statusCode()).isEqualTo(200);
    return this;
  }

  public String secret() {
    return secret;
  }

  HttpResponse<byte[]> bringIn(String kind, String csv) {
    return bringIn(kind, UUID.randomUUID().toString(), csv);
  }

  HttpResponse<byte[]> bringIn(String target, String key, String csv) {
    return bringIn(target, key, csv.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<byte[]> bringIn(String target, String key, byte[] csv) {
    return send(
        request("/v1/imports/" + target)
            .header("Content-Type", "text/csv")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(csv)));
  }

  /** A JSON command that has to succeed. */
  JsonNode post(String path, String json) {
    HttpResponse<byte[]> answer =
        send(
            request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json)));
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isBetween(200, 299);
    return json(answer);
  }

  HttpResponse<byte[]> get(String path) {
    return send(request(path).GET());
  }

  /** An export that has to succeed. */
  String takeOut(String kind) {
    HttpResponse<byte[]> answer = get("/v1/exports/" + kind);
    assertThat(answer.statusCode()).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + secret);
  }

  static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  static JsonNode json(HttpResponse<byte[]> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException notJson) {
      throw new AssertionError(notJson);
    }
  }
}
