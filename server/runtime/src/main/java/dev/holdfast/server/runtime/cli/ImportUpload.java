package dev.holdfast.server.runtime.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;

/**
 * Sends one file until its fate is known: with the same idempotency key each time, so a repetition
 * can do no harm.
 */
final class ImportUpload implements AutoCloseable {
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);

  /** Long enough for the largest file over a slow line. */
  private static final Duration ANSWER_PATIENCE = Duration.ofHours(2);

  /** How long a busy server is asked again. */
  private static final Duration RETRY_PATIENCE = Duration.ofMinutes(15);

  private static final long DEFAULT_RETRY_SECONDS = 5;
  private static final long POLL_MS = 100;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_PATIENCE)
          .build();
  private final URI url;
  private final String key;
  private final Path file;
  private final String type;
  private final UUID idempotencyKey = UUID.randomUUID();

  ImportUpload(URI url, String key, Path file, String type) {
    this.url = url;
    this.key = key;
    this.file = file;
    this.type = type;
  }

  /**
   * Sends the file.
   *
   * @return the answer, which says how it ended
   * @throws CommandFailure when the server cannot be reached, or does not tell
   */
  HttpResponse<byte[]> send() throws CommandFailure {
    long deadline = System.nanoTime() + RETRY_PATIENCE.toNanos();
    boolean mayHaveArrived = false;
    while (true) {
      String trouble;
      long seconds = DEFAULT_RETRY_SECONDS;
      try {
        HttpResponse<byte[]> answer = attempt();
        if (!isPassing(answer)) {
          return answer;
        }
        mayHaveArrived = true;
        trouble = "the server is busy";
        seconds = answer.headers().firstValueAsLong("Retry-After").orElse(seconds);
      } catch (ConnectException nobody) {
        if (!mayHaveArrived) {
          throw new CommandFailure(
              "No server answers at "
                  + url.resolve("/")
                  + ". Start it with ./holdfast up, or name"
                  + " it with --url.");
        }
        trouble = "the server is not there";
      } catch (IOException broken) {
        mayHaveArrived = true;
        trouble = "the connection broke (" + broken.getMessage() + ")";
      }
      if (System.nanoTime() > deadline) {
        throw new CommandFailure(
            "Given up: "
                + trouble
                + ". Whether the file was imported is not known; look at ./holdfast export, and"
                + " import it again: a count that is made twice changes nothing, and an order is placed once.");
      }
      pause(trouble, seconds);
    }
  }

  /** Busy, still running, or the outcome not known: the same request again tells more. */
  private static boolean isPassing(HttpResponse<byte[]> answer) {
    return answer.statusCode() == 503 || answer.statusCode() == 409 || answer.statusCode() == 429;
  }

  private static void pause(String trouble, long seconds) throws CommandFailure {
    System.err.println("Again in " + seconds + " s: " + trouble + ".");
    try {
      TimeUnit.SECONDS.sleep(seconds);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("Interrupted; whether the file was imported is not known.");
    }
  }

  private HttpResponse<byte[]> attempt() throws IOException, CommandFailure {
    long size = Files.size(file);
    AtomicLong sent = new AtomicLong();
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(ANSWER_PATIENCE)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", type)
            .header("Idempotency-Key", idempotencyKey.toString())
            .POST(body(size, sent))
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.ofByteArray());
    try (ProgressBar bar = ProgressLine.megabytes("Sending", size)) {
      while (sent.get() < size && !isDone(answer)) {
        bar.stepTo(sent.get());
      }
      bar.stepTo(sent.get());
    }
    if (!isDone(answer)) {
      try (ProgressBar bar = ProgressLine.waiting("Applying")) {
        while (!isDone(answer)) {
          bar.refresh();
        }
      }
    }
    return result(answer);
  }

  /** Waits a moment. */
  private static boolean isDone(CompletableFuture<?> answer) throws CommandFailure {
    try {
      answer.get(POLL_MS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    } catch (ExecutionException failed) {
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("Interrupted; whether the file was imported is not known.");
    }
  }

  private static HttpResponse<byte[]> result(CompletableFuture<HttpResponse<byte[]>> answer)
      throws IOException {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw failed;
    }
  }

  private BodyPublisher body(long size, AtomicLong sent) {
    if (size == 0) {
      return BodyPublishers.noBody();
    }
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(() -> {
          try {
            return new Counted(Files.newInputStream(file), sent);
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
        }),
        size);
  }

  /** Tells how many bytes have been read. */
  private static final class Counted extends FilterInputStream {
    private final AtomicLong count;

    Counted(InputStream in, AtomicLong count) {
      super(in);
      this.count = count;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      if (read > 0) {
        count.addAndGet(read);
      }
      return read;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
