package dev.holdfast.storage.contract.catalogue;

import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.Page;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pages of a sorted list: a cursor is the last code behind a mark. */
final class Cursor {
  private static final String MARK = "after:";

  private Cursor() {}

  static <T> Page<T> page(
      Stream<T> sorted, Function<T, String> code, @Nullable String cursor, int limit) {
    if (limit < 1 || limit > Page.MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to " + Page.MAX_LIMIT + " rows");
    }
    String after = cursor == null ? "" : read(cursor);
    List<T> rest =
        sorted.filter(item -> code.apply(item).compareTo(after) > 0).limit(limit + 1L).toList();
    if (rest.size() <= limit) {
      return new Page<>(rest, null);
    }
    List<T> items = rest.subList(0, limit);
    return new Page<>(items, MARK + code.apply(items.getLast()));
  }

  private static String read(String cursor) {
    if (!cursor.startsWith(MARK)) {
      throw new BadCursorException();
    }
    return cursor.substring(MARK.length());
  }
}
