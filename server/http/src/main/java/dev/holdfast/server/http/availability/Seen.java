package dev.holdfast.server.http.availability;

import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewPlace;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Holdfast-Seen}: how far the view had come that answered, so that no other edge
 * takes the caller back in time. Eight hexadecimal digits that stand for the history, the place in
 * it, and a plus where a part of what follows may have been seen.
 */
public final class Seen {
  public static final AsciiString NAME = AsciiString.cached("Holdfast-Seen");

  private static final int HISTORY_DIGITS = 8;

  /** The most digits of a place: a long. */
  private static final int MAX_DIGITS = 19;

  private final StockView view;
  private ViewPlace last;
  private AsciiString text;

  /** For one event loop. */
  public Seen(StockView view) {
    this.view = view;
    this.last = view.place();
    this.text = AsciiString.of(text(last));
  }

  /** Covers all stock that was read before. */
  @SuppressWarnings("ReferenceEquality") // The same object is the same place; others are compared.
  AsciiString text() {
    ViewPlace place = view.place();
    if (place != last) {
      last = place;
      text = AsciiString.of(text(place));
    }
    return text;
  }

  /** How far a place is; read after stock, it covers that stock. */
  public static String text(ViewPlace place) {
    return token(place) + (place.beyond() ? "+" : "");
  }

  /** The history and the place alone. */
  static String token(ViewPlace place) {
    return history(place) + '-' + place.place();
  }

  private static String history(ViewPlace place) {
    String hex = Integer.toHexString(place.history().hashCode());
    return "0".repeat(HISTORY_DIGITS - hex.length()) + hex;
  }

  /**
   * Whether the view covers what a caller has seen. What another history calls a place, and what is
   * no place at all, asks for nothing: there is nothing to compare it with.
   */
  boolean covers(String seen) {
    if (last.equals(view.place()) && text.contentEquals(seen)) {
      return true;
    }
    Long place = place(seen, view.place());
    return place == null || view.place().covers(place, seen.endsWith("+"));
  }

  /** The place that a text tells; null when it is not of the history. */
  static @Nullable Long place(String seen, ViewPlace now) {
    int end = seen.endsWith("+") ? seen.length() - 1 : seen.length();
    int digits = end - HISTORY_DIGITS - 1;
    if (digits < 1 || digits > MAX_DIGITS || !seen.startsWith(history(now) + '-')) {
      return null;
    }
    for (int i = HISTORY_DIGITS + 1; i < end; i++) {
      if (seen.charAt(i) < '0' || seen.charAt(i) > '9') {
        return null;
      }
    }
    try {
      return Long.valueOf(seen.substring(HISTORY_DIGITS + 1, end));
    } catch (NumberFormatException beyondLong) {
      return null;
    }
  }
}
