package dev.holdfast.server.http.availability;

import dev.holdfast.application.view.RecentChanges;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewListener;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Problem;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All streams of one node and what they watch. Hears of changes on the feed's thread and hands them
 * on; each stream writes on an event loop of its own.
 */
final class ChangeStreams implements ViewListener {
  /** Each takes a connection and about 10 KB. */
  static final int MAX_STREAMS = 10_000;

  /** One client must not take all of them. */
  static final int MAX_OF_CLIENT = 1_000;

  /** One network address must not take all of an open shop's: so many share them at least. */
  private static final int VISITORS_AT_LEAST = 10;

  private final RecentChanges recent;
  private final int mostOfClient;
  private final int mostOfVisitor;
  private final Map<Long, Set<ChangeStream>> watching = new ConcurrentHashMap<>();
  private final Set<ChangeStream> streams = ConcurrentHashMap.newKeySet();
  private final Map<ClientId, Integer> ofClient = new ConcurrentHashMap<>();
  private final Map<ChangeStream, String> visitors = new ConcurrentHashMap<>();
  private final Map<String, Integer> ofVisitor = new ConcurrentHashMap<>();

  ChangeStreams(StockView view) {
    this(view, MAX_OF_CLIENT);
  }

  ChangeStreams(StockView view, int mostOfClient) {
    this.mostOfClient = mostOfClient;
    this.mostOfVisitor = (mostOfClient + VISITORS_AT_LEAST - 1) / VISITORS_AT_LEAST;
    this.recent = new RecentChanges();
    // First the memory, then the streams: who is told to look must find it there.
    view.addListener(recent);
    view.addListener(this);
  }

  RecentChanges recent() {
    return recent;
  }

  int size() {
    return streams.size();
  }

  /**
   * Takes a stream in.
   *
   * @throws ApiException 429 when its client or visitor has too many, 503 when the node has
   */
  void add(ChangeStream stream, ClientId client, Collection<Long> skuIds) {
    if (streams.size() >= MAX_STREAMS) {
      throw new ApiException(tooMany(503, "This node serves as many streams as it can"));
    }
    if (ofClient.merge(client, 1, Integer::sum) > mostOfClient) {
      oneLess(ofClient, client);
      throw new ApiException(
          tooMany(429, "Your company has " + mostOfClient + " streams open on this node"));
    }
    String visitor = stream.visitor();
    if (visitor != null) {
      if (ofVisitor.merge(visitor, 1, Integer::sum) > mostOfVisitor) {
        oneLess(ofVisitor, visitor);
        oneLess(ofClient, client);
        throw new ApiException(
            tooMany(
                429, "Your network address has " + mostOfVisitor + " streams open on this node"));
      }
      visitors.put(stream, visitor);
    }
    streams.add(stream);
    for (Long skuId : skuIds) {
      watching.compute(
          skuId,
          (id, others) -> {
            Set<ChangeStream> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(stream);
            return all;
          });
    }
  }

  /** Forgets a stream; does nothing when it is forgotten already. */
  void remove(ChangeStream stream, ClientId client, Collection<Long> skuIds) {
    if (!streams.remove(stream)) {
      return;
    }
    oneLess(ofClient, client);
    String visitor = visitors.remove(stream);
    if (visitor != null) {
      oneLess(ofVisitor, visitor);
    }
    for (Long skuId : skuIds) {
      watching.computeIfPresent(
          skuId,
          (id, all) -> {
            all.remove(stream);
            return all.isEmpty() ? null : all;
          });
    }
  }

  private static <K> void oneLess(Map<K, Integer> counts, K whose) {
    counts.computeIfPresent(whose, (same, open) -> open == 1 ? null : open - 1);
  }

  private static Problem tooMany(int status, String what) {
    return Problem.of(
            status,
            "too-many-streams",
            "Too many streams",
            what
                + ". Close those that nobody reads, watch several SKUs with one stream, or try again"
                + " after the time in Retry-After.")
        .retryAfter(5);
  }

  @Override
  public void positionChanged(ClientId client, long packedPosition, long version) {
    Set<ChangeStream> those = watching.get(packedPosition >>> PositionKey.LOCATION_BITS);
    if (those != null) {
      for (ChangeStream stream : those) {
        stream.changed(packedPosition);
      }
    }
  }

  @Override
  public void rebuilt() {
    for (ChangeStream stream : streams) {
      stream.rebuilt();
    }
  }
}
