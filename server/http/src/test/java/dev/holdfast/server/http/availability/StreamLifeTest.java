package dev.holdfast.server.http.availability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.access.Role;
import dev.holdfast.server.http.HttpStand;
import dev.holdfast.server.http.HttpStand.Serving;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams on a server that closes what is idle for a second, and beats twice in it. */
class StreamLifeTest {
  private static final int IDLE_SECONDS = 1;
  private static final int LOOKS_PER_BEAT = 2;
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Shop shop = new Shop().open();
  private final ChangeStreams streams = new ChangeStreams(shop.view);
  private final AvailabilityRoutes availability =
      new AvailabilityRoutes(shop.view, streams, LOOKS_PER_BEAT);
  private final HttpStand stand =
      new HttpStand(new Serving(shop.ring, availability::addTo), IDLE_SECONDS);
  private final String secret = shop.keys.issue(shop.client, "reader", Role.READER, false).secret();

  @AfterEach
  void close() {
    stand.close();
    shop.close();
  }

  /** A connection that watches milk and takes in little at once. */
  private Socket watch(String url) throws Exception {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.setSoTimeout((int) DEADLINE.toMillis());
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), URI.create(url).getPort()));
    String head =
        "GET /v1/availability/stream?sku=MLK-1L HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer "
            + secret
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static BufferedReader lines(Socket socket) throws Exception {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  @Test
  void aStreamWithoutChangesOutlivesTheIdleTimeout() throws Exception {
    try (Socket socket = watch(stand.url());
        BufferedReader lines = lines(socket)) {
      long begin = System.nanoTime();
      for (int beats = 0; beats < 8; ) {
        String line = lines.readLine();
        assertThat(line).as("the stream was closed").isNotNull();
        beats += line.equals(":") ? 1 : 0;
      }
      assertThat(System.nanoTime() - begin)
          .isGreaterThan(Duration.ofSeconds(2 * IDLE_SECONDS).toNanos());
      assertThat(availability.openStreams()).isEqualTo(1);
    }
  }

  @Test
  void whoNeverReadsIsGivenUp() throws Exception {
    try (Socket deaf = watch(stand.url())) {
      long deadline = System.nanoTime() + DEADLINE.toNanos();
      int version = 8;
      while (version < 1_000 || availability.openStreams() > 0) {
        shop.commit(Shop.MILK, Shop.SEATTLE, version, 0, 0, version);
        version++;
        assertThat(System.nanoTime()).as("still open").isLessThan(deadline);
      }
      assertThat(deaf.isConnected()).isTrue();
    }
  }

  @Test
  void whoReadsAgainAfterItsSocketWasFullIsToldTheLastChange() throws Exception {
    try (Socket socket = watch(shop.stand.url());
        BufferedReader lines = lines(socket)) {
      // As events of their own, some 40 MB: several times what the sockets of both sides take.
      int last = 200_000;
      for (int version = 8; version <= last; version++) {
        shop.commit(Shop.MILK, Shop.SEATTLE, version, 0, 0, version);
      }

      int told = 0;
      int version = 0;
      while (version < last) {
        String line = lines.readLine();
        assertThat(line).as("the stream was closed").isNotNull();
        if (line.startsWith("data: ") && line.contains("\"SEA\"")) {
          told++;
          version = Integer.parseInt(line.replaceAll(".*\"SEA\".*?\"version\":([0-9]+).*", "$1"));
        }
      }
      assertThat(version).isEqualTo(last);
      assertThat(told).isLessThan(last / 2);
    }
  }
}
