package dev.holdfast.server.http.availability;

import dev.holdfast.application.view.Freshness;
import dev.holdfast.application.view.StockView;
import io.netty.util.AsciiString;
import java.time.temporal.ChronoUnit;

/**
 * How current the view is, as the bytes that close an answer and as headers: prepared once for all
 * answers of the same millisecond.
 *
 * <p>Taken before the stock is read: then everything committed before {@code asOf} is in what is
 * read.
 */
final class AsOf {
  private static final AsciiString TRUE = AsciiString.cached("true");
  private static final AsciiString FALSE = AsciiString.cached("false");

  private final boolean ready;
  private final boolean stale;
  private final byte[] close;
  private final AsciiString at;

  private AsOf(Freshness freshness) {
    String text = at(freshness);
    JsonBytes json = new JsonBytes(96);
    write(json, freshness, text);
    this.ready = freshness.ready();
    this.stale = freshness.stale();
    this.close = json.ascii("}").toBytes();
    this.at = AsciiString.of(text);
  }

  /** Whether there is anything to answer from. */
  boolean ready() {
    return ready;
  }

  boolean stale() {
    return stale;
  }

  /** What ends an answer after its locations. Must not be changed. */
  byte[] close() {
    return close;
  }

  /** An object of its own: {@code {"asOf":…}}. */
  byte[] alone() {
    byte[] alone = close.clone();
    alone[0] = '{';
    return alone;
  }

  AsciiString at() {
    return at;
  }

  AsciiString staleFlag() {
    return stale ? TRUE : FALSE;
  }

  /** The fields alone, with a comma before them. */
  private static void write(JsonBytes json, Freshness freshness, String at) {
    json.ascii(",\"asOf\":\"").ascii(at).ascii("\",\"stale\":");
    if (freshness.stale()) {
      json.ascii("true,\"ageSeconds\":").decimal(freshness.age().toMillis(), 3);
    } else {
      json.ascii("false");
    }
  }

  private static String at(Freshness freshness) {
    return freshness.asOf().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Prepares them for one event loop. */
  static final class Source {
    /**
     * Prepared again after this long: a hundredth of the age from which a view is stale, or less.
     */
    private static final long HOLD_NANOS = 1_000_000;

    private final StockView view;
    private AsOf last;
    private long sinceNanos;

    Source(StockView view) {
      this.view = view;
      this.last = new AsOf(view.freshness());
      this.sinceNanos = System.nanoTime();
    }

    AsOf now(long nanos) {
      if (nanos - sinceNanos >= HOLD_NANOS) {
        Freshness freshness = view.freshness();
        sinceNanos = nanos;
        if (freshness.stale() || last.isOtherThan(freshness)) {
          last = new AsOf(freshness);
        }
      }
      return last;
    }
  }

  private boolean isOtherThan(Freshness freshness) {
    return ready != freshness.ready() || stale || !at.contentEquals(at(freshness));
  }
}
