package dev.holdfast.application.view;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.FeedListener.FeedLocation;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import dev.holdfast.storage.api.FeedListener.FeedPosition;
import dev.holdfast.storage.api.FeedListener.FeedSku;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** A view, and a feed that a test tells it by hand. The clock stands until the test moves it. */
final class ViewFeed {
  static final ClientId CLIENT = new ClientId(1);
  static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

  private volatile Instant now = START;
  final StockView view =
      new StockView(
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              throw new UnsupportedOperationException();
            }
          });

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** An empty picture of a history. */
  ViewFeed picture(String history, long place) {
    view.snapshotBegins(history);
    view.snapshotEnds(new FeedMark(place, now));
    return this;
  }

  void mark(long place, Instant asOf) {
    view.reached(new FeedMark(place, asOf));
  }

  void position(long sku, int location, long onHand, long version) {
    view.position(
        new FeedPosition(PositionKey.of(sku, location).packed(), CLIENT, onHand, 0, 0, version));
  }

  void sku(long id, ClientId client, String code) {
    view.sku(
        new FeedSku(
            id,
            client,
            new Sku(
                code, code, List.of(), "each", new Scale(0), new Sku.Size(0, 0, 0, 0), "food")));
  }

  void location(int id, ClientId client, String code) {
    view.location(
        new FeedLocation(
            id,
            client,
            new Location(
                code,
                code,
                Location.Kind.STORE,
                "west",
                new BigDecimal("47.6062"),
                new BigDecimal("-122.3321"),
                ZoneOffset.UTC,
                "")));
  }
}
