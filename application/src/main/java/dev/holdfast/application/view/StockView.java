package dev.holdfast.application.view;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.FeedListener;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The availability view of one edge: every client's positions and the names of its SKUs and
 * locations, in memory, as told by a feed.
 *
 * <p>Invariants: never ahead of the ledger, because only committed changes are told; a position
 * never goes back to an earlier version, unless the store itself has another history after a
 * failover; what it cannot prove current for {@link Freshness#LIMIT} it calls stale. One thread
 * (the feed's) writes, any number reads without waiting.
 */
public final class StockView implements FeedListener {
  private final ViewClock clock;
  private final List<ViewListener> listeners = new CopyOnWriteArrayList<>();
  private volatile ViewState current = new ViewState("");

  /** What is being filled: the current one, or the one of another history. */
  private ViewState filled = current;

  private volatile ViewPlace place = ViewPlace.NOWHERE;
  private boolean inPicture;
  private boolean everFilled;
  private volatile long catalogueChanges;
  private volatile long rebuilds;
  private volatile long loadNanos;
  private long beganNanos;

  public StockView(Clock clock) {
    this.clock = new ViewClock(clock);
  }

  /** Adds a listener, which hears of everything from now on. */
  public void addListener(ViewListener listener) {
    listeners.add(listener);
  }

  /** The SKU of a code; null when the client has none. */
  public @Nullable ViewSku sku(ClientId client, String code) {
    return current.sku(client, code);
  }

  /** The SKU of a number; null when the client has none. */
  public @Nullable ViewSku skuById(ClientId client, long id) {
    return current.sku(client, id);
  }

  /** The location of a code; null when the client has none. */
  public @Nullable ViewLocation location(ClientId client, String code) {
    return current.location(client, code);
  }

  /** The location of a number; null when the client has none. */
  public @Nullable ViewLocation locationById(ClientId client, int id) {
    return current.location(client, id);
  }

  /** All locations of a client, in no order. */
  public Collection<ViewLocation> locations(ClientId client) {
    return current.locations(client);
  }

  /**
   * How many SKUs each category of a client has, in no order. Goes on changing while it is read.
   */
  public Map<String, Integer> categories(ClientId client) {
    return current.categories(client);
  }

  /**
   * Another number after every change of a SKU or location of anybody: for what is kept ready with
   * their names. To be read before them.
   */
  public long catalogueChanges() {
    return catalogueChanges;
  }

  /** The positions of a SKU as of one moment. Whose it is, is for the caller to know. */
  public SkuStock stock(long skuId) {
    return SkuStock.of(current.cells(skuId));
  }

  /**
   * An object that stands for the positions of a SKU: another one after every change, and the very
   * same one as long as there is none. Quicker to compare than the positions.
   */
  public Object stamp(long skuId) {
    return current.cells(skuId);
  }

  /** How current all of this is. */
  public Freshness freshness() {
    return clock.freshness();
  }

  /** The last mark that was reached; null before the first picture. */
  public @Nullable FeedMark mark() {
    return clock.mark();
  }

  /** The name of the history that the view follows; empty before the first picture. */
  public String history() {
    return current.history();
  }

  /**
   * How far the view has come. Read after stock, it covers that stock, unless a whole picture is
   * being read just now.
   */
  public ViewPlace place() {
    return place;
  }

  public boolean isReady() {
    return clock.mark() != null;
  }

  public long positions() {
    return current.positions();
  }

  public long skus() {
    return current.skus();
  }

  /** How often a whole picture was read. */
  public long rebuilds() {
    return rebuilds;
  }

  /** How long the last whole picture took. */
  public long loadNanos() {
    return loadNanos;
  }

  @Override
  public void snapshotBegins(String history) {
    beganNanos = System.nanoTime();
    inPicture = true;
    if (!history.equals(filled.history())) {
      filled = new ViewState(history);
      clock.forget();
    }
    if (!everFilled) {
      current = filled;
    }
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // Only the feed's thread writes.
  public void sku(FeedSku told) {
    ViewSku sku = filled.apply(told);
    catalogueChanges++;
    for (ViewListener listener : listeners) {
      listener.skuChanged(sku);
    }
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // Only the feed's thread writes.
  public void location(FeedLocation told) {
    filled.apply(told);
    catalogueChanges++;
  }

  @Override
  public void position(FeedPosition position) {
    if (!place.beyond()) {
      // Before the change can be seen: who reads it and then the place must not be told less.
      place = new ViewPlace(place.history(), place.place(), true);
    }
    if (filled.apply(position) && !inPicture) {
      for (ViewListener listener : listeners) {
        listener.positionChanged(position.client(), position.packed(), position.version());
      }
    }
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // Only the feed's thread writes.
  public void snapshotEnds(FeedMark mark) {
    inPicture = false;
    everFilled = true;
    current = filled;
    catalogueChanges++;
    rebuilds++;
    loadNanos = System.nanoTime() - beganNanos;
    clock.reached(mark);
    place = new ViewPlace(filled.history(), mark.place(), false);
    for (ViewListener listener : listeners) {
      listener.rebuilt();
    }
    tellReached(mark);
  }

  @Override
  public void reached(FeedMark mark) {
    clock.reached(mark);
    place = new ViewPlace(filled.history(), mark.place(), false);
    tellReached(mark);
  }

  private void tellReached(FeedMark mark) {
    for (ViewListener listener : listeners) {
      listener.reached(mark);
    }
  }
}
