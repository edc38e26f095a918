package dev.holdfast.storage.contract.floor;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.FloorStore;
import dev.holdfast.storage.api.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The floor in memory, as plainly as it can be said. */
public final class ReferenceFloorStore implements FloorStore {
  /** Text, because that is how UUIDs of version 7 follow each other. */
  private static final Comparator<UUID> IN_TIME = Comparator.comparing(UUID::toString);

  private final Map<ClientId, Map<UUID, StoredWave>> waves = new HashMap<>();
  private final Map<ClientId, Map<UUID, PickListRow>> lists = new HashMap<>();
  private final Map<ClientId, Map<String, Parcel>> parcels = new HashMap<>();
  private final Map<UUID, Instant> touched = new HashMap<>();

  @Override
  public synchronized boolean keep(ClientId client, FloorChange change) {
    Map<UUID, StoredWave> ownWaves = own(waves, client);
    Map<UUID, PickListRow> ownLists = own(lists, client);
    WaveRow wave = change.wave();
    if (wave != null) {
      StoredWave before = ownWaves.get(wave.id());
      boolean keyTaken = before == null && waveOf(client, wave.request().key()).isPresent();
      if (keyTaken || wave.version() != 1 + (before == null ? 0 : before.row().version())) {
        return false;
      }
    }
    for (PickListRow list : change.pickLists()) {
      PickListRow before = ownLists.get(list.id());
      if (list.version() != 1 + (before == null ? 0 : before.version())) {
        return false;
      }
    }
    Instant now = Instant.now();
    if (wave != null) {
      StoredWave before = ownWaves.get(wave.id());
      ownWaves.put(wave.id(), new StoredWave(wave, before == null ? now : before.createdAt()));
      touched.put(wave.id(), now);
    }
    for (PickListRow list : change.pickLists()) {
      ownLists.put(list.id(), list);
      touched.put(list.id(), now);
    }
    return true;
  }

  @Override
  public synchronized Optional<StoredWave> wave(ClientId client, UUID id) {
    return Optional.ofNullable(own(waves, client).get(id));
  }

  @Override
  public synchronized Optional<StoredWave> waveOf(ClientId client, String requestKey) {
    return own(waves, client).values().stream()
        .filter(wave -> wave.row().request().key().equals(requestKey))
        .findFirst();
  }

  @Override
  public synchronized Page<StoredWave> waves(
      ClientId client, WaveFilter filter, @Nullable String after, int limit) {
    Predicate<StoredWave> wanted =
        wave ->
            (filter.locationId() == null || filter.locationId() == wave.row().locationId())
                && (filter.state() == null || filter.state() == wave.row().state());
    Stream<StoredWave> found = own(waves, client).values().stream().filter(wanted);
    return page(found.toList(), wave -> wave.row().id(), IN_TIME.reversed(), after, limit);
  }

  @Override
  public synchronized Optional<PickListRow> pickList(ClientId client, UUID id) {
    return Optional.ofNullable(own(lists, client).get(id));
  }

  @Override
  public synchronized Page<PickListRow> pickLists(
      ClientId client, PickListFilter filter, @Nullable String after, int limit) {
    Predicate<PickListRow> wanted =
        list ->
            (filter.locationId() == null || filter.locationId() == list.locationId())
                && (filter.state() == null || filter.state() == list.state())
                && (filter.wave() == null || filter.wave().equals(list.wave()));
    Stream<PickListRow> found = own(lists, client).values().stream().filter(wanted);
    Comparator<UUID> order = filter.wave() == null ? IN_TIME.reversed() : IN_TIME;
    return page(found.toList(), PickListRow::id, order, after, limit);
  }

  @Override
  public synchronized List<Unfinished> unfinished(Duration quiet, int limit) {
    Instant before = Instant.now().minus(quiet);
    List<Unfinished> found = new ArrayList<>();
    waves.forEach((client, own) ->
        own.values().stream()
            .filter(wave -> wave.row().unfinished())
            .forEach(wave -> found.add(new Unfinished(client, wave.row().id(), true))));
    lists.forEach((client, own) ->
        own.values().stream()
            .filter(PickListRow::unfinished)
            .forEach(list -> found.add(new Unfinished(client, list.id(), false))));
    return found.stream()
        .filter(one -> touched.getOrDefault(one.id(), Instant.MAX).isBefore(before))
        .sorted(Comparator.comparing(one -> touched.getOrDefault(one.id(), Instant.MAX)))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void track(ClientId client, Parcel parcel, List<String> numbers) {
    numbers.forEach(number -> own(parcels, client).putIfAbsent(number, parcel));
  }

  @Override
  public synchronized Optional<Parcel> parcel(ClientId client, String number) {
    return Optional.ofNullable(own(parcels, client).get(number));
  }

  private static <K, V> Map<K, V> own(Map<ClientId, Map<K, V>> all, ClientId client) {
    return all.computeIfAbsent(client, any -> new HashMap<>());
  }

  private static <T> Page<T> page(
      List<T> found,
      Function<T, UUID> id,
      Comparator<UUID> order,
      @Nullable String after,
      int limit) {
    UUID last = after == null ? null : parse(after);
    List<T> rest =
        found.stream()
            .filter(one -> last == null || order.compare(id.apply(one), last) > 0)
            .sorted(Comparator.comparing(id, order))
            .toList();
    if (rest.size() <= limit) {
      return new Page<>(rest, null);
    }
    List<T> items = rest.subList(0, limit);
    return new Page<>(List.copyOf(items), id.apply(items.getLast()).toString());
  }

  private static UUID parse(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException broken) {
      throw new BadCursorException();
    }
  }
}
