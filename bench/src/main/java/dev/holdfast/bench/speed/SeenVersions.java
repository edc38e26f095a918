package dev.holdfast.bench.speed;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which version of which location of a SKU arrived when. Safe for several threads. */
final class SeenVersions {
  private static final Pattern ROW =
      Pattern.compile("\"location\":\"([^\"]+)\"[^}]*\"version\":(\\d+)");

  private final Map<String, NavigableMap<Long, Long>> seen = new HashMap<>();

  /** Takes in one event that arrived at an instant of {@link System#nanoTime}. */
  synchronized void note(String event, long nanos) {
    Matcher row = ROW.matcher(event);
    while (row.find()) {
      seen.computeIfAbsent(row.group(1), location -> new TreeMap<>())
          .putIfAbsent(Long.valueOf(row.group(2)), nanos);
    }
  }

  /** When this version or a later one arrived first; null if none did. */
  synchronized @Nullable Long firstFrom(String location, long version) {
    NavigableMap<Long, Long> versions = seen.get(location);
    Map.Entry<Long, Long> first = versions == null ? null : versions.ceilingEntry(version);
    return first == null ? null : first.getValue();
  }
}
