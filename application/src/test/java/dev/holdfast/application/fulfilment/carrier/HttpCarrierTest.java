package dev.holdfast.application.fulfilment.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.application.fulfilment.carrier.CarrierRates.Answer;
import dev.holdfast.application.fulfilment.carrier.CarrierRates.Question;
import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.transit.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a carrier does, an answer is there by the deadline. */
final class HttpCarrierTest {
  private static final Duration DEADLINE = Duration.ofMillis(500);
  private static final Duration REST = Duration.ofMillis(300);
  private static final String GOOD =
      """
      {"currency":"USD","rates":[{"carrier":"Tern","service":"ground","totalMinor":912}]}\
      """;

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicReference<String> question = new AtomicReference<>("");
  private final CountDownLatch over = new CountDownLatch(1);
  private ExecutorService threads;
  private HttpServer server;
  private volatile int status = 200;
  private volatile String answer = GOOD;
  private volatile boolean stuck;
  private HttpCarrier carrier;

  @BeforeEach
  void listen() throws IOException {
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/rates", this::serve);
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/rates");
    carrier = new HttpCarrier(address, "t0ken", DEADLINE, REST);
  }

  @AfterEach
  void close() {
    over.countDown();
    carrier.close();
    server.stop(0);
    threads.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    question.set(
        token + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try {
      if (stuck) {
        // The head is there, the body never comes: late all the same.
        over.await();
      }
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private Answer ask() {
    return carrier.ask(
        new Question(
            new Origin(Postcode.of("98134"), ZoneOffset.UTC),
            "US",
            new Destination(Postcode.of("97201"), true),
            List.of(new Parcel(400, 300, 200, 1_500)),
            "USD"));
  }

  private String reason() {
    Answer given = ask();
    assertThat(given).isInstanceOf(Answer.Away.class);
    return ((Answer.Away) given).reason();
  }

  @Test
  void pricesInTimeCount() {
    assertThat(ask()).isEqualTo(new Answer.Rates(Map.of(new ServiceId("Tern", "ground"), 912L)));
    assertThat(question.get())
        .isEqualTo(
            """
            Bearer t0ken {"origin":{"postcode":"98134","country":"US"},\
            "destination":{"postcode":"97201","residential":true},"currency":"USD",\
            "parcels":[{"lengthMm":400,"widthMm":300,"heightMm":200,"weightG":1500}]}\
            """);
  }

  @Test
  void aLateAnswerIsNone() {
    stuck = true;
    long start = System.nanoTime();

    assertThat(reason()).contains("did not answer within 500 ms");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.multipliedBy(6));
  }

  @Test
  void aWrongAnswerIsNone() {
    status = 500;
    assertThat(reason()).contains("status 500");
    status = 200;
    answer = "<html>";
    assertThat(reason()).contains("no JSON");
    answer = GOOD.replace("USD", "EUR");
    assertThat(reason()).contains("without prices in USD");
    answer = GOOD.replace("912", "-1");
    assertThat(reason()).contains("a rate that is none");
    answer = " ".repeat(300 * 1024) + GOOD;
    assertThat(reason()).contains("cannot be reached");
  }

  @Test
  void aCarrierThatFailsAllTheTimeIsLeftAloneAndTriedAgain() {
    status = 503;
    for (int i = 0; i < HttpCarrier.WINDOW; i++) {
      assertThat(reason()).contains("status 503");
    }
    int before = asked.get();
    assertThat(reason()).contains("left alone");
    assertThat(asked.get()).isEqualTo(before);

    status = 200;
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!(ask() instanceof Answer.Rates) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(ask()).isInstanceOf(Answer.Rates.class);
  }
}
