package dev.holdfast.application.webhook;

import dev.holdfast.application.webhook.AddressGuard.Verdict;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one body to one address and says what became of it. Each connection goes to an address that
 * the guard has just allowed. Safe for use by several threads; blocks, so it is for virtual ones.
 */
public final class Courier implements AutoCloseable {
  /** From the look-up of the name to the answer, redirects included. */
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** A receiver that has moved says so once, perhaps twice. */
  private static final int MAX_REDIRECTS = 3;

  /** Connections to one address: as many as one webhook has deliveries under way. */
  private static final int CONNECTIONS = 32;

  /** Nobody reads the answer's body; more of it is not even received. */
  private static final long MAX_ANSWER = 16 * 1024;

  private static final int IDLE_SECONDS = 30;

  private static final int MAX_REASON = 200;

  /** Nothing that fails here has as many causes, unless they form a ring. */
  private static final int MAX_CAUSES = 10;

  private final HttpClient client;
  private final AddressGuard guard;
  private final Duration timeout;

  /**
   * @param timeout {@link #TIMEOUT} unless a test is in a hurry
   */
  public Courier(Vertx vertx, AddressGuard guard, Duration timeout) {
    this.guard = guard;
    this.timeout = timeout;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setVerifyHost(true)
                .setKeepAlive(true)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setConnectTimeout((int) timeout.toMillis()),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  /** What became of a delivery. */
  public sealed interface Answer {
    /** The receiver has it. */
    record Taken(int status) implements Answer {}

    /**
     * It has not, as far as we know.
     *
     * @param reason for people
     * @param unwell whether this is about the receiver as a whole and not about what was sent
     * @param retryAfter when the receiver wants to hear again; null where it did not say
     */
    record Failed(String reason, boolean unwell, @Nullable Duration retryAfter) implements Answer {}
  }

  /** Sends a body. */
  Answer send(String url, byte[] body, String signature) {
    long deadline = System.nanoTime() + timeout.toNanos();
    String target = url;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      Verdict verdict = guard.judge(target);
      if (verdict instanceof Verdict.Refused refused) {
        String where = redirects == 0 ? "the address " : "the address that it redirects to ";
        return new Answer.Failed(where + refused.why(), true, null);
      }
      Verdict.Allowed allowed = (Verdict.Allowed) verdict;
      Reply reply;
      try {
        reply = post(allowed, body, signature, deadline);
      } catch (TimeoutException slow) {
        return new Answer.Failed(
            "no answer within " + timeout.toSeconds() + " s; answer first, work later", true, null);
      } catch (ExecutionException failed) {
        return new Answer.Failed("cannot connect: " + reason(failed.getCause()), true, null);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return new Answer.Failed("stopped", true, null);
      }
      if (!reply.redirects()) {
        return reply.answer();
      }
      target = allowed.url().resolve(reply.location()).toString();
    }
    return new Answer.Failed(
        "redirects more than " + MAX_REDIRECTS + " times; register the last address", true, null);
  }

  /** What failed, and at the bottom of it: a certificate's fault is far below the connection's. */
  private static String reason(@Nullable Throwable cause) {
    Throwable top = cause instanceof CompletionException ? cause.getCause() : cause;
    if (top == null) {
      return "";
    }
    Throwable bottom = top;
    for (int depth = 0; bottom.getCause() != null && depth < MAX_CAUSES; depth++) {
      bottom = bottom.getCause();
    }
    String first = String.valueOf(top.getMessage());
    String last = String.valueOf(bottom.getMessage());
    String text = bottom.getMessage() == null || first.contains(last) ? first : first + ": " + last;
    return text.length() > MAX_REASON ? text.substring(0, MAX_REASON) : text;
  }

  private Reply post(Verdict.Allowed allowed, byte[] body, String signature, long deadline)
      throws ExecutionException, TimeoutException, InterruptedException {
    URI url = allowed.url();
    boolean ssl = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() < 0 ? (ssl ? 443 : 80) : url.getPort();
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            // The name is for the certificate and the Host header only; the connection goes here.
            .setServer(SocketAddress.inetSocketAddress(port, allowed.address().getHostAddress()))
            .setHost(url.getHost())
            .setPort(port)
            .setSsl(ssl)
            .setFollowRedirects(false)
            .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
            .putHeader("Content-Type", EventBatch.CONTENT_TYPE)
            .putHeader("User-Agent", "Holdfast")
            .putHeader(Signature.HEADER, signature);
    long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    options.setTimeout(left).setIdleTimeout(left);
    CompletionStage<Reply> reply =
        client
            .request(options)
            .compose(request ->
                request
                    .send(Buffer.buffer(body))
                    .map(response -> {
                      discard(request, response);
                      return new Reply(
                          response.statusCode(),
                          response.getHeader("Location"),
                          response.getHeader("Retry-After"));
                    }))
            .toCompletionStage();
    try {
      return reply.toCompletableFuture().get(left, TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof TimeoutException) {
        throw new TimeoutException();
      }
      throw failed;
    }
  }

  /** Lets the connection be used again after a short answer, and closes it under a long one. */
  private static void discard(HttpClientRequest request, HttpClientResponse response) {
    long[] received = {0};
    response.handler(part -> {
      received[0] += part.length();
      if (received[0] > MAX_ANSWER) {
        request.reset();
      }
    });
    response.exceptionHandler(broken -> request.reset());
  }

  private record Reply(int status, @Nullable String location, @Nullable String retryAfter) {
    /** Only the two that keep the method and the body. */
    boolean redirects() {
      return (status == 307 || status == 308) && location != null;
    }

    Answer answer() {
      if (status >= 200 && status < 300) {
        return new Answer.Taken(status);
      }
      boolean unwell = status >= 500 || status == 429 || status == 408;
      return new Answer.Failed("answered " + status, unwell, seconds());
    }

    private @Nullable Duration seconds() {
      return retryAfter != null && retryAfter.matches("[0-9]{1,6}")
          ? Duration.ofSeconds(Long.parseLong(retryAfter))
          : null;
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
