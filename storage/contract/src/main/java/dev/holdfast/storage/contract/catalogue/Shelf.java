package dev.holdfast.storage.contract.catalogue;

import dev.holdfast.domain.catalogue.ClientId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Things of several clients by code, each with a number that it keeps. */
final class Shelf<T> {
  private final Function<T, String> code;
  private final Map<ClientId, TreeMap<String, T>> things = new HashMap<>();
  private final Map<ClientId, Map<String, Long>> ids = new HashMap<>();
  private long lastId;

  Shelf(Function<T, String> code) {
    this.code = code;
  }

  Optional<T> get(ClientId client, String wanted) {
    return Optional.ofNullable(of(client).get(wanted));
  }

  /** In code order. */
  Stream<T> all(ClientId client) {
    return of(client).values().stream();
  }

  <R> Stream<R> map(ClientId client, Numbered<T, R> view) {
    Map<String, Long> numbers = ids.getOrDefault(client, Map.of());
    return of(client).entrySet().stream()
        .map(entry -> view.of(numbers.getOrDefault(entry.getKey(), 0L), entry.getValue()));
  }

  void put(ClientId client, T thing) {
    things.computeIfAbsent(client, none -> new TreeMap<>()).put(code.apply(thing), thing);
    ids.computeIfAbsent(client, none -> new HashMap<>())
        .computeIfAbsent(code.apply(thing), none -> ++lastId);
  }

  private Map<String, T> of(ClientId client) {
    return things.getOrDefault(client, new TreeMap<>());
  }

  /** Sees a thing with its number. */
  interface Numbered<T, R> {
    R of(long id, T thing);
  }
}
