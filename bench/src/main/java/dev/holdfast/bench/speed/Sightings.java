package dev.holdfast.bench.speed;

import dev.holdfast.bench.instance.Api;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A stream of Server-Sent Events about one SKU, read by a thread of its own that notes which
 * version of which location arrived when.
 */
final class Sightings implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;
  private static final String DATA = "data: ";

  private final HttpClient client = HttpClient.newHttpClient();
  private final SeenVersions seen = new SeenVersions();
  private final CountDownLatch began = new CountDownLatch(1);
  private final InputStream stream;
  private final Thread reader = Thread.ofPlatform().name("stream").unstarted(this::read);

  private Sightings(Api api, String sku) throws IOException, InterruptedException {
    URI target = api.base().resolve("/v1/availability/stream?sku=" + sku);
    HttpRequest request =
        HttpRequest.newBuilder(target).header("Authorization", "Bearer " + api.key()).build();
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    stream = response.body();
    if (response.statusCode() != 200) {
      throw new IOException(target + " answered " + response.statusCode());
    }
  }

  /** Opens a stream and waits for its first event, which tells the state before any change. */
  static Sightings open(Api api, String sku) throws IOException, InterruptedException {
    Sightings sightings = new Sightings(api, sku);
    sightings.reader.start();
    if (!sightings.began.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      sightings.close();
      throw new IOException("The stream of " + sku + " told nothing.");
    }
    return sightings;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(DATA)) {
          seen.note(line, System.nanoTime());
          began.countDown();
        }
      }
    } catch (IOException closed) {
      began.countDown();
    }
  }

  /** What arrived so far. */
  SeenVersions seen() {
    return seen;
  }

  @Override
  public void close() {
    client.shutdownNow();
    try {
      reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }
}
