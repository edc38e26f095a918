package dev.holdfast.bench.instance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a server is started.
 *
 * @param environment settings beyond the defaults, by environment variable
 * @param before words before the launcher's, such as {@code taskset -c 0}
 */
public record ServeOptions(Map<String, String> environment, List<String> before) {
  /** As a person starts it. */
  public static final ServeOptions DEFAULT = new ServeOptions(Map.of(), List.of());

  /** Copies both. */
  public ServeOptions {
    environment = Map.copyOf(environment);
    before = List.copyOf(before);
  }

  /** The same with one more setting. */
  public ServeOptions with(String variable, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(variable, value);
    return new ServeOptions(more, before);
  }

  /** The same on the processors that a {@link Cpus} names. */
  public ServeOptions on(Cpus cpus) {
    return new ServeOptions(environment, cpus.words());
  }
}
