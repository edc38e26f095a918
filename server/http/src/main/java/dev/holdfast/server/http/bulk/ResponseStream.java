package dev.holdfast.server.http.bulk;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The body of a response for a thread that writes it blocking: each write waits until the socket
 * has taken what went before. The head is sent with the first bytes, so whatever fails earlier can
 * still be answered as a problem.
 */
final class ResponseStream extends OutputStream {
  private final HttpServerResponse response;
  private final Context context;
  private final Consumer<HttpServerResponse> head;
  private final Semaphore mayWrite = new Semaphore(1);
  private volatile boolean gone;
  private volatile boolean written;
  private boolean headSent;

  /**
   * Prepares the response. Called on its event loop.
   *
   * @param head sets the headers, right before the first bytes
   */
  ResponseStream(HttpServerResponse response, Context context, Consumer<HttpServerResponse> head) {
    this.response = response;
    this.context = context;
    this.head = head;
    response.exceptionHandler(broken -> readerIsGone()).closeHandler(closed -> readerIsGone());
  }

  private void readerIsGone() {
    gone = true;
    mayWrite.release();
  }

  /** Whether bytes are on their way, and with them the status. */
  boolean hasStarted() {
    return written;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    awaitTurn();
    written = true;
    Buffer part = Buffer.buffer(length).appendBytes(bytes, offset, length);
    context.runOnContext(go -> send(part));
  }

  private void awaitTurn() throws IOException {
    try {
      mayWrite.acquire();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while a file was leaving", stopped);
    }
    if (gone) {
      throw new IOException("the reader is gone");
    }
  }

  private void send(Buffer part) {
    if (response.closed()) {
      readerIsGone();
      return;
    }
    if (!headSent) {
      headSent = true;
      response.setChunked(true);
      head.accept(response);
    }
    response.write(part);
    if (response.writeQueueFull()) {
      response.drainHandler(drained -> mayWrite.release());
    } else {
      mayWrite.release();
    }
  }

  /** Ends the response: what was written is all there is. */
  @Override
  public void close() throws IOException {
    awaitTurn();
    context.runOnContext(go -> response.end());
  }

  /** Breaks the connection off, so that nobody takes what was written for the whole. */
  void abort() {
    context.runOnContext(go -> response.reset());
  }
}
