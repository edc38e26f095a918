package dev.holdfast.server.http.availability;

import dev.holdfast.application.access.KeyRing;
import dev.holdfast.application.access.Keys;
import dev.holdfast.application.view.StockView;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.server.http.HttpStand;
import dev.holdfast.server.http.HttpStand.Caller;
import dev.holdfast.storage.api.FeedListener.FeedLocation;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import dev.holdfast.storage.api.FeedListener.FeedPosition;
import dev.holdfast.storage.api.FeedListener.FeedSku;
import dev.holdfast.storage.contract.access.ReferenceAccessStore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A view that a test fills by hand, served for real. The clock stands still until the test moves
 * it.
 */
final class Shop implements AutoCloseable {
  static final int MILK = 7;
  static final int APPLES = 8;
  static final int SEATTLE = 3;
  static final int TACOMA = 4;
  static final int PORTLAND = 5;

  final ReferenceAccessStore access = new ReferenceAccessStore(InstantSource.system());
  final KeyRing ring = new KeyRing(access);
  final Keys keys = new Keys(access, ring);
  final ClientId client = access.createClient("harbor", "Harbor").orElseThrow().id();
  final ClientId other = access.createClient("acme", "Acme").orElseThrow().id();
  private volatile Instant now = Instant.parse("2026-11-20T08:00:00Z");
  private Instant asOf = Instant.parse("2026-11-20T08:00:00.123Z");
  private long place = 100;
  final StockView view = new StockView(new StoppedClock());
  final AvailabilityRoutes availability = new AvailabilityRoutes(view);
  final HttpStand stand = new HttpStand(ring, availability::addTo);

  /** The time that the test says it is. */
  private final class StoppedClock extends Clock {
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
  }

  /** A view with two SKUs at up to three locations. */
  Shop open() {
    begin("one");
    position(MILK, SEATTLE, 14, 2, 0, 7);
    position(MILK, TACOMA, 5, 0, 1, 2);
    position(MILK, PORTLAND, 9, 0, 0, 1);
    position(APPLES, SEATTLE, 12_500, 250, 0, 3);
    end();
    return this;
  }

  void begin(String history) {
    view.snapshotBegins(history);
    location(SEATTLE, "SEA", "north", "47.6062", "-122.3321");
    location(TACOMA, "TAC", "north", "47.2529", "-122.4443");
    location(PORTLAND, "PDX", "south", "45.5152", "-122.6784");
    sku(MILK, client, "MLK-1L", "each", 0);
    sku(APPLES, client, "APL-RED", "kg", 3);
    sku(9, other, "SECRET", "each", 0);
  }

  void end() {
    view.snapshotEnds(new FeedMark(place, asOf));
  }

  void location(int id, String code, String region, String latitude, String longitude) {
    view.location(
        new FeedLocation(
            id,
            client,
            new Location(
                code,
                "Store " + code,
                Location.Kind.STORE,
                region,
                new BigDecimal(latitude),
                new BigDecimal(longitude),
                ZoneId.of("America/Los_Angeles"),
                "")));
  }

  void sku(long id, ClientId owner, String code, String unit, int decimals) {
    view.sku(
        new FeedSku(
            id,
            owner,
            new Sku(
                code,
                code,
                List.of(),
                unit,
                new Scale(decimals),
                new Sku.Size(0, 0, 0, 0),
                "food")));
  }

  void position(
      long sku, int location, long onHand, long reserved, long safetyStock, long version) {
    view.position(
        new FeedPosition(
            PositionKey.of(sku, location).packed(),
            client,
            onHand,
            reserved,
            safetyStock,
            version));
  }

  /** A change, committed and told of. */
  void commit(long sku, int location, long onHand, long reserved, long safetyStock, long version) {
    position(sku, location, onHand, reserved, safetyStock, version);
    mark();
  }

  /** A mark right now. */
  void mark() {
    view.reached(new FeedMark(++place, asOf));
  }

  /** Lets time go by; the feed stays silent. */
  void pass(Duration time) {
    now = now.plus(time);
    asOf = asOf.plus(time);
    outliveTheMillisecond();
  }

  /**
   * Answers of the same millisecond share how current the view is, and the server measures that
   * millisecond by the real clock, not by the test's.
   */
  static void outliveTheMillisecond() {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2);
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  /** What the header Holdfast-Seen says now. */
  String seen() {
    return Seen.text(view.place());
  }

  Caller as(Role role) {
    return stand.as(keys.issue(client, role.label(), role, false).secret());
  }

  @Override
  public void close() {
    stand.close();
  }
}
