package dev.holdfast.storage.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the next part starts, to be given back as it is; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /** The most rows of one page. */
  public static final int MAX_LIMIT = 500;

  /** The rows of a page when nothing is asked for. */
  public static final int DEFAULT_LIMIT = 100;
}
