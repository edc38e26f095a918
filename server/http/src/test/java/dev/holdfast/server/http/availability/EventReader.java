package dev.holdfast.server.http.availability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads a stream of Server-Sent Events as a client does. */
final class EventReader implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final HttpResponse<InputStream> response;

  /** What came; an empty kind is the end of the stream. */
  record Event(String kind, String id, String text) {
    JsonNode json() throws IOException {
      return JSON.readTree(text);
    }
  }

  EventReader(String url, String secret, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + secret);
    if (headers.length > 0) {
      request.headers(headers);
    }
    response = client.send(request.build(), BodyHandlers.ofInputStream());
    Thread.ofVirtual().start(this::read);
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private void read() {
    String kind = "";
    String id = "";
    String text = "";
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        if (line.startsWith("event: ")) {
          kind = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          text = line.substring(6);
        } else if (line.isEmpty() && !kind.isEmpty()) {
          events.add(new Event(kind, id, text));
          kind = "";
          id = "";
        }
      }
    } catch (IOException broken) {
      // The end, too.
    }
    events.add(new Event("", "", ""));
  }

  /** The next event, of which one must come. */
  Event next() throws InterruptedException {
    Event event = events.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("no event came");
    }
    return event;
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
