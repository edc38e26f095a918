package dev.holdfast.server.http;

import io.netty.util.AsciiString;

/** The header {@code Server-Timing}: milliseconds in two decimals. */
public final class ServerTiming {
  public static final AsciiString NAME = AsciiString.cached("Server-Timing");

  private static final long NANOS = 10_000;

  /** Values below 10 ms, which is nearly all of those answered from memory. */
  private static final AsciiString[] READY = new AsciiString[1_000];

  static {
    for (int i = 0; i < READY.length; i++) {
      READY[i] = AsciiString.cached(text(i * NANOS, 0));
    }
  }

  private ServerTiming() {}

  /** Of an answer that took the store no time. */
  public static CharSequence ofMemory(long startNanos) {
    return taking(System.nanoTime() - startNanos);
  }

  /** Of an answer that took so long, and the store no time. */
  public static CharSequence taking(long tookNanos) {
    long nanos = Math.max(0, tookNanos);
    long hundredths = nanos / NANOS;
    return hundredths < READY.length ? READY[(int) hundredths] : text(nanos, 0);
  }

  /** What the store took, and all the rest. */
  static String text(long appNanos, long storeNanos) {
    StringBuilder text = new StringBuilder(32).append("app;dur=");
    appendMillis(text, appNanos);
    return appendMillis(text.append(", db;dur="), storeNanos).toString();
  }

  private static StringBuilder appendMillis(StringBuilder text, long nanos) {
    long hundredths = nanos / NANOS;
    long fraction = hundredths % 100;
    return text.append(hundredths / 100).append(fraction < 10 ? ".0" : ".").append(fraction);
  }
}
