package dev.holdfast.storage.contract.setup;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.SetupStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Settings in memory, in the plainest way that keeps the contract. */
public final class ReferenceSetupStore implements SetupStore {
  private static final String MARK = "after:";

  private final Map<ClientId, Long> revisions = new HashMap<>();
  private final Map<ClientId, TreeMap<String, SetupRow>> rows = new HashMap<>();
  private final Supplier<Instant> clock;

  public ReferenceSetupStore(Supplier<Instant> clock) {
    this.clock = clock;
  }

  @Override
  public synchronized long revision(ClientId client) {
    return revisions.getOrDefault(client, 0L);
  }

  @Override
  public synchronized Snapshot all(ClientId client) {
    return new Snapshot(revision(client), List.copyOf(of(client).values()));
  }

  @Override
  public synchronized Optional<SetupRow> find(ClientId client, String kind, String code) {
    return Optional.ofNullable(of(client).get(key(kind, code)));
  }

  @Override
  public synchronized Page<SetupRow> list(
      ClientId client, String kind, @Nullable String after, int limit) {
    if (limit < 1 || limit > Page.MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to " + Page.MAX_LIMIT + " rows");
    }
    if (after != null && !after.startsWith(MARK)) {
      throw new BadCursorException();
    }
    String last = after == null ? "" : after.substring(MARK.length());
    List<SetupRow> rest = new ArrayList<>();
    for (SetupRow row : of(client).values()) {
      if (row.kind().equals(kind) && row.code().compareTo(last) > 0) {
        rest.add(row);
      }
    }
    return rest.size() <= limit
        ? new Page<>(rest, null)
        : new Page<>(List.copyOf(rest.subList(0, limit)), MARK + rest.get(limit - 1).code());
  }

  @Override
  public synchronized OptionalLong change(ClientId client, long expected, List<Change> changes) {
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("nothing to change");
    }
    if (revision(client) != expected) {
      return OptionalLong.empty();
    }
    revisions.put(client, expected + 1);
    for (Change change : changes) {
      String key = key(change.kind(), change.code());
      String document = change.document();
      if (document == null) {
        of(client).remove(key);
      } else {
        of(client)
            .put(
                key,
                new SetupRow(change.kind(), change.code(), expected + 1, document, clock.get()));
      }
    }
    return OptionalLong.of(expected + 1);
  }

  private Map<String, SetupRow> of(ClientId client) {
    return rows.computeIfAbsent(client, none -> new TreeMap<>());
  }

  private static String key(String kind, String code) {
    return kind + '\0' + code;
  }
}
