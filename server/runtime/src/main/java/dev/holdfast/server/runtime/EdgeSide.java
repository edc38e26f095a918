package dev.holdfast.server.runtime;

import dev.holdfast.application.search.IndexPlace;
import dev.holdfast.application.search.SkuSearch;
import dev.holdfast.application.view.StockView;
import dev.holdfast.server.http.availability.AvailabilityRoutes;
import dev.holdfast.server.runtime.config.NodeRole;
import dev.holdfast.server.runtime.config.Settings;
import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresSnapshots;
import dev.holdfast.storage.postgres.PostgresStockFeed;
import dev.holdfast.storage.postgres.PostgresStockFeed.Reading;
import dev.holdfast.storage.redis.RedisFeed;
import dev.holdfast.storage.redis.RedisFeedPublisher;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The view of a node, which lookups answer from and orders are planned by, and what feeds it: the
 * log of the database directly, or with Redis the stream that one elected ledger node publishes.
 */
final class EdgeSide implements AutoCloseable {
  private final StockView view = new StockView(Clock.systemUTC());
  private final SkuSearch search = new SkuSearch(IndexPlace.memory());
  private final CountDownLatch ready = new CountDownLatch(1);
  private final List<ViewFeed> feeds = new ArrayList<>();
  private final MeterRegistry metrics;
  private @Nullable RedisFeedPublisher publisher;

  /**
   * @param onLost hears on the feed's thread when nothing is heard from the store any more
   */
  EdgeSide(Settings settings, Database database, MeterRegistry metrics, Runnable onLost) {
    this.metrics = metrics;
    if (!settings.feed()) {
      ready.countDown();
      return;
    }
    FeedEvents events = new FeedEvents(ready::countDown, onLost);
    FeedListener listener =
        FeedListener.all(
            settings.has(NodeRole.EDGE) ? List.of(view, search, events) : List.of(view, events));
    if (settings.redisUrl().isEmpty()) {
      IntConsumer decoder =
          settings.databaseUrl().isEmpty() ? new DecoderPriority() : process -> {};
      PostgresStockFeed feed = new PostgresStockFeed(database, Reading.ANY_SLOT, decoder);
      measure(feed);
      feeds.add(new ViewFeed("feed", feed, listener));
    } else {
      String stream = "holdfast:feed:" + database.installation();
      if (settings.has(NodeRole.LEDGER)) {
        PostgresStockFeed log = new PostgresStockFeed(database, Reading.LASTING_SLOT);
        measure(log);
        feeds.add(new ViewFeed("feed-publisher", log, publisher(settings, stream)));
      }
      RedisFeed feed = new RedisFeed(settings.redisUrl(), stream, new PostgresSnapshots(database));
      feeds.add(new ViewFeed("feed", feed, listener));
    }
    measureView();
    measureSearch();
  }

  private RedisFeedPublisher publisher(Settings settings, String stream) {
    RedisFeedPublisher made =
        new RedisFeedPublisher(settings.redisUrl(), stream, RedisFeedPublisher.DEFAULT_BOUND);
    publisher = made;
    gauge("holdfast.feed.published", made, RedisFeedPublisher::published, "Entries sent to Redis");
    gauge(
        "holdfast.feed.gaps",
        made,
        RedisFeedPublisher::gaps,
        "Times that something could not be sent to Redis");
    return made;
  }

  private void measure(PostgresStockFeed feed) {
    gauge(
        "holdfast.feed.connected",
        feed,
        f -> f.isConnected() ? 1 : 0,
        "1 while changes are read from the database's log");
    gauge(
        "holdfast.feed.retained.bytes",
        feed,
        PostgresStockFeed::retainedBytes,
        "Log that the database keeps for the feed's slot");
    gauge(
        "holdfast.feed.pictures",
        feed,
        PostgresStockFeed::pictures,
        "Whole pictures read from the database");
  }

  private void measureView() {
    gauge("holdfast.view.positions", view, StockView::positions, "Positions in memory");
    gauge("holdfast.view.skus", view, StockView::skus, "SKUs in memory");
    gauge("holdfast.view.rebuilds", view, StockView::rebuilds, "Whole pictures taken into memory");
    gauge(
        "holdfast.view.load.seconds",
        view,
        v -> v.loadNanos() / 1e9,
        "How long the last whole picture took");
    gauge(
        "holdfast.view.age.seconds",
        view,
        v -> v.freshness().age().toNanos() / 1e9,
        "How long ago the view was surely current");
  }

  private void measureSearch() {
    gauge(
        "holdfast.search.waiting",
        search,
        SkuSearch::waiting,
        "SKUs that were told and cannot be found yet");
    gauge(
        "holdfast.search.incomplete",
        search,
        s -> s.isIncomplete() ? 1 : 0,
        "1 until all SKUs have been indexed for the first time");
  }

  private <T> void gauge(String name, T of, ToDoubleFunction<T> value, String description) {
    Gauge.builder(name, of, value).description(description).strongReference(true).register(metrics);
  }

  /** Shows how many streams are open. */
  void measureStreams(AvailabilityRoutes availability) {
    gauge(
        "holdfast.streams.open",
        availability,
        AvailabilityRoutes::openStreams,
        "Streams of changes that are open");
  }

  StockView view() {
    return view;
  }

  SkuSearch search() {
    return search;
  }

  void start() {
    feeds.forEach(ViewFeed::start);
  }

  /** Whether lookups can be answered. */
  boolean isReady() {
    return ready.getCount() == 0;
  }

  /** Waits for the first picture, at most so long. */
  boolean awaitReady(Duration patience) throws InterruptedException {
    return ready.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    feeds.forEach(ViewFeed::close);
    if (publisher != null) {
      publisher.close();
    }
    search.close();
  }
}
