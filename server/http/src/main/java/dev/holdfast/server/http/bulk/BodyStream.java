package dev.holdfast.server.http.bulk;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request for a thread that reads it blocking. The event loop puts in what arrives;
 * at most {@link #HIGH} bytes wait, then the socket is not read until the reader has caught up.
 */
final class BodyStream extends InputStream {
  /** Bytes that may wait: a few of the largest reads of a socket. */
  private static final int HIGH = 4 << 20;

  /** Bytes at which the socket is read again. */
  private static final int LOW = 1 << 20;

  private final HttpServerRequest request;
  private final Context context;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private boolean paused;
  private boolean ended;
  private boolean discarding;
  private @Nullable Throwable broken;
  private byte[] current = {};
  private int position;

  /** Starts to read a paused request. Called on its event loop. */
  BodyStream(HttpServerRequest request, Context context) {
    this.request = request;
    this.context = context;
    request.handler(this::arrived).endHandler(end -> ended()).exceptionHandler(this::broke);
    request.resume();
  }

  private void arrived(Buffer bytes) {
    lock.lock();
    try {
      if (discarding) {
        return;
      }
      waiting.add(bytes.getBytes());
      waitingBytes += bytes.length();
      if (waitingBytes > HIGH && !paused) {
        paused = true;
        request.pause();
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void ended() {
    lock.lock();
    try {
      ended = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void broke(Throwable cause) {
    lock.lock();
    try {
      broken = cause;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position == current.length && !next()) {
      return -1;
    }
    int count = Math.min(length, current.length - position);
    System.arraycopy(current, position, into, offset, count);
    position += count;
    return count;
  }

  /** Waits for more; false at the end. */
  private boolean next() throws IOException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !ended && broken == null) {
        changed.await();
      }
      byte[] bytes = waiting.poll();
      if (bytes == null) {
        if (broken != null) {
          throw new IOException("the upload broke off", broken);
        }
        return false;
      }
      current = bytes;
      position = 0;
      waitingBytes -= bytes.length;
      if (paused && waitingBytes < LOW) {
        paused = false;
        context.runOnContext(go -> request.resume());
      }
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while a file was arriving", stopped);
    } finally {
      lock.unlock();
    }
  }

  /** Lets the rest go by unread, so that a client that is still sending gets to its answer. */
  @Override
  public void close() {
    lock.lock();
    try {
      discarding = true;
      waiting.clear();
      waitingBytes = 0;
      paused = false;
      context.runOnContext(go -> request.resume());
    } finally {
      lock.unlock();
    }
  }
}
