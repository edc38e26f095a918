package dev.holdfast.server.runtime.bulk;

import static dev.holdfast.server.runtime.bulk.FileClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.server.runtime.RunningServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that stop coming, and files that nobody reads. */
@ExtendWith(RunningServer.Shared.class)
final class UnfinishedFilesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String STOCK = "sku,location,quantity\nBOX,SEA,5\n";

  private RunningServer server;
  private FileClient client;
  private String key = "";

  @BeforeEach
  void newClient(RunningServer running) {
    server = running;
    client = FileClient.in(running).withCatalogue();
  }

  private Socket begin(String request) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private String head(String method, String path, String idempotencyKey) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + client.secret()
        + "\r\nContent-Type: text/csv\r\nIdempotency-Key: "
        + idempotencyKey
        + "\r\n";
  }

  private Socket beginUpload(String key) throws IOException {
    String part = "sku,location,quantity\nBOX,SEA,9\n";
    return begin(head("POST", "/v1/imports/stock", key) + "Content-Length: 1000\r\n\r\n" + part);
  }

  /** An upload of which the server has read the head: it said that it wants to see the rest. */
  private Socket beginKnownUpload(String key) throws IOException {
    String expect = "Expect: 100-continue\r\nContent-Length: 1000\r\n\r\n";
    Socket socket = begin(head("POST", "/v1/imports/stock", key) + expect);
    byte[] interim = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
    assertThat(new String(interim, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100");
    return socket;
  }

  /**
   * An upload that the server works on. A whole file with the same key may still overtake one whose
   * head was read; then the next key is tried.
   */
  private Socket uploadUnderWay(String keyPrefix) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int i = 0; System.nanoTime() < deadline; i++) {
      Socket socket = beginKnownUpload(keyPrefix + i);
      if (client.bringIn("stock", keyPrefix + i, STOCK).statusCode() == 409) {
        key = keyPrefix + i;
        return socket;
      }
      socket.close();
    }
    throw new AssertionError("no upload came under way");
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
    }
  }

  @Test
  void anUploadThatBreaksOffDoesNothingAndItsKeyIsFree() throws IOException {
    beginUpload("broken").close();

    await(() -> client.bringIn("stock", "broken", STOCK).statusCode() == 200);
    assertThat(json(client.get("/v1/positions/BOX/SEA")).get("onHand").asLong()).isEqualTo(5);
    assertThat(json(client.get("/v1/positions/BOX/SEA")).get("version").asLong()).isEqualTo(1);
  }

  @Test
  void aFileUnderWayIsNotBegunTwiceAndAnotherWaitsItsTurn() throws IOException {
    try (Socket underWay = uploadUnderWay("under-way-")) {
      HttpResponse<byte[]> same = client.bringIn("stock", key, STOCK);
      HttpResponse<byte[]> other = client.bringIn("stock", "other", STOCK);

      assertThat(json(same).get("type").asText()).endsWith("/still-running");
      assertThat(other.statusCode()).isEqualTo(503);
      assertThat(json(other).get("type").asText()).endsWith("/overloaded");
      assertThat(other.headers().firstValueAsLong("Retry-After")).isPresent();
      assertThat(underWay.isClosed()).isFalse();
    }
    await(() -> client.bringIn("stock", "other", STOCK).statusCode() == 200);
  }

  @Test
  void aFileThatIsTooLargeIsRefusedBeforeItComes() throws IOException {
    long tooMuch = (1L << 30) + 1;
    try (Socket socket =
            begin(
                head("POST", "/v1/imports/stock", "large")
                    + "Content-Length: "
                    + tooMuch
                    + "\r\n\r\n");
        BufferedReader answer =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(answer.readLine()).contains("413");
    }
  }

  @Test
  void exportsThatNobodyReadsHoldUpNothing() throws IOException {
    StringBuilder skus = new StringBuilder("code,name,unit,scale,category\n");
    for (int i = 0; i < 40_000; i++) {
      skus.append("S").append(i).append(',').append("long name ".repeat(15)).append("x");
      skus.append(",each,0,x\n");
    }
    assertThat(client.bringIn("skus", skus.toString()).statusCode()).isEqualTo(200);

    List<Socket> unread = new ArrayList<>();
    try {
      await(() -> {
        try {
          unread.add(begin(head("GET", "/v1/exports/skus", "k") + "\r\n"));
        } catch (IOException failed) {
          throw new AssertionError(failed);
        }
        return client.get("/v1/exports/stock").statusCode() == 503;
      });

      assertThat(client.bringIn("stock", STOCK).statusCode()).isEqualTo(200);
      assertThat(client.get("/v1/positions/BOX/SEA").statusCode()).isEqualTo(200);
      assertThat(client.get("/v1/skus?limit=500").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : unread) {
        socket.close();
      }
    }
    await(() -> client.get("/v1/exports/stock").statusCode() == 200);
  }
}
