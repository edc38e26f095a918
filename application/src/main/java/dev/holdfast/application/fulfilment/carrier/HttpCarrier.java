package dev.holdfast.application.fulfilment.carrier;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks one address for prices, by one POST of JSON (docs/reference/fulfilment.md). An answer that
 * is late, wrong or too long counts as none; after a number of those in a row nobody is asked for a
 * while, so that a carrier that is away costs nothing.
 */
public final class HttpCarrier implements CarrierRates, AutoCloseable {
  /** How long an answer may take unless the settings say otherwise: a person waits for the sum. */
  public static final Duration DEADLINE = Duration.ofMillis(400);

  /** How long nobody is asked once the circuit is open: carriers restart in less than minutes. */
  public static final Duration REST = Duration.ofSeconds(10);

  /** Answers that are looked back upon, and the fewest before the circuit may open. */
  static final int WINDOW = 10;

  /** Of those, as many failures in percent open the circuit. */
  private static final float FAILURES_PERCENT = 50;

  /** Questions that try whether the carrier is back. */
  private static final int TRIALS = 1;

  /** The longest answer: a thousand services. */
  private static final long MAX_ANSWER_BYTES = 256 * 1024;

  private final URI address;
  private final String token;
  private final Duration deadline;
  private final HttpClient http;
  private final CircuitBreaker circuit;

  /**
   * @param token sent as a bearer token; empty for none
   * @param deadline from the question to the last byte of the answer
   */
  public HttpCarrier(URI address, String token, Duration deadline) {
    this(address, token, deadline, REST);
  }

  HttpCarrier(URI address, String token, Duration deadline, Duration rest) {
    this.address = address;
    this.token = token;
    this.deadline = deadline;
    this.http =
        HttpClient.newBuilder().connectTimeout(deadline).followRedirects(Redirect.NEVER).build();
    this.circuit =
        CircuitBreaker.of(
            "carrier",
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(WINDOW)
                .failureRateThreshold(FAILURES_PERCENT)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .waitDurationInOpenState(rest)
                .build());
  }

  @Override
  public Answer ask(Question question) {
    if (!circuit.tryAcquirePermission()) {
      return new Answer.Away("the carrier failed too often and is left alone for a moment");
    }
    long start = System.nanoTime();
    try {
      Answer.Rates rates = exchange(question);
      circuit.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      return rates;
    } catch (IOException | TimeoutException failed) {
      circuit.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failed);
      return new Answer.Away(reason(failed));
    }
  }

  private String reason(Exception failed) {
    return failed instanceof TimeoutException
        ? "the carrier did not answer within " + deadline.toMillis() + " ms"
        : "the carrier failed: " + failed.getMessage();
  }

  private Answer.Rates exchange(Question question) throws IOException, TimeoutException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofByteArray(RateMessage.question(question)));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    CompletableFuture<HttpResponse<byte[]>> pending =
        http.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
    try {
      HttpResponse<byte[]> response = pending.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
      if (response.statusCode() != 200) {
        throw new IOException("it answered with status " + response.statusCode());
      }
      return RateMessage.rates(response.body(), question.currency());
    } catch (ExecutionException failed) {
      throw new IOException("it cannot be reached (" + failed.getCause() + ")", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("the question was given up", stopped);
    } finally {
      // Lets go of the connection of an answer that nobody waits for any more.
      pending.cancel(true);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
