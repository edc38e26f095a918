package dev.holdfast.server.http;

import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gathers a body, and goes on once both the body and the caller are known. */
final class BodyReader {
  private final Exchange exchange;
  private final Consumer<Exchange> next;
  private final int maxBody;
  private @Nullable Buffer received;
  private boolean ended;
  private boolean known;
  private boolean refused;

  /**
   * @param maxBody bytes
   */
  BodyReader(Exchange exchange, int maxBody, Consumer<Exchange> next) {
    this.exchange = exchange;
    this.maxBody = maxBody;
    this.next = next;
    exchange.request().handler(this::more).endHandler(end -> bodyEnded());
  }

  private void more(Buffer chunk) {
    if (refused) {
      return;
    }
    // Nearly all bodies come whole.
    received = received == null ? chunk : received.appendBuffer(chunk);
    if (received.length() > maxBody) {
      refused = true;
      exchange.problem(Reception.tooLong(maxBody));
    }
  }

  private void bodyEnded() {
    ended = true;
    if (received != null) {
      exchange.body(received.getBytes());
    }
    goOn();
  }

  void callerKnown(Exchange same) {
    known = true;
    goOn();
  }

  private void goOn() {
    if (ended && known && !refused) {
      next.accept(exchange);
    }
  }
}
