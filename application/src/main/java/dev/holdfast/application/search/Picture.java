package dev.holdfast.application.search;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.FeedListener.FeedSku;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The indexes of all clients, built from one whole picture. Written by one thread. */
final class Picture {
  private final IndexPlace place;
  private final Map<ClientId, ClientIndex> indexes = new ConcurrentHashMap<>();
  private final Set<ClientIndex> restless = new HashSet<>();

  Picture(IndexPlace place) {
    this.place = place;
  }

  /** The client's index; null while it has no SKU. */
  @Nullable ClientIndex of(ClientId client) {
    return indexes.get(client);
  }

  void put(FeedSku told) throws IOException {
    ClientIndex index = indexes.get(told.client());
    if (index == null) {
      index = new ClientIndex(place.open());
      indexes.put(told.client(), index);
    }
    index.put(told);
    restless.add(index);
  }

  /** Lets searches find everything that was put; to be called again while not at rest. */
  void show() throws IOException {
    Iterator<ClientIndex> indexes = restless.iterator();
    while (indexes.hasNext()) {
      if (indexes.next().show()) {
        indexes.remove();
      }
    }
  }

  /** Whether all that was put is shown, and nothing is being merged. */
  boolean isAtRest() {
    return restless.isEmpty();
  }

  void close() throws IOException {
    for (ClientIndex index : indexes.values()) {
      index.close();
    }
  }
}
