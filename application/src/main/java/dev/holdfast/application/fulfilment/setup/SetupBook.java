package dev.holdfast.application.fulfilment.setup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.SetupStore;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What each client has set up, ready for planning and kept in memory.
 *
 * <p>A setup is that of a revision; whether there is a later one is asked at most every {@link
 * #ASK_EVERY}, so a change is felt on every node within that time, and at once on the node that
 * made it. While one caller asks, the others go on with what is known. Time zones belong to the
 * catalogue and are read with each revision, and again after {@link #RENEW_EVERY}. Safe for use by
 * several threads; blocks where it asks the store.
 */
public final class SetupBook {
  /** How long a setup is used without asking whether it is the latest. */
  public static final Duration ASK_EVERY = Duration.ofSeconds(1);

  /** How long a location's old time zone may count where nothing else changed. */
  public static final Duration RENEW_EVERY = Duration.ofMinutes(5);

  /** Clients whose setups are held: a large tariff takes some megabytes. */
  private static final int MAX_CLIENTS = 500;

  private final SetupStore store;
  private final CatalogueStore catalogue;
  private final Ticker clock;
  private final Cache<ClientId, Entry> entries =
      Caffeine.newBuilder().maximumSize(MAX_CLIENTS).build();

  public SetupBook(SetupStore store, CatalogueStore catalogue) {
    this(store, catalogue, Ticker.systemTicker());
  }

  SetupBook(SetupStore store, CatalogueStore catalogue, Ticker clock) {
    this.store = store;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** A setup and when it was known to be the latest, and compiled, by the clock. */
  private record Known(SetupCompiler.Compiled compiled, long askedNanos, long madeNanos) {}

  private static final class Entry {
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
  }

  /**
   * The setup of a client; empty in all of its parts where nothing was set up. Goes on with what it
   * knows while the store cannot be asked.
   *
   * @throws StoreUnavailableException when the store cannot be asked and nothing is known
   */
  public FulfilmentSetup of(ClientId client) {
    Entry entry = entries.get(client, none -> new Entry());
    Known known = entry.known;
    if (known != null && (isFresh(known) || !entry.asking.tryLock())) {
      return known.compiled().setup();
    }
    if (known == null) {
      entry.asking.lock();
    }
    try {
      Known meanwhile = entry.known;
      Known latest = meanwhile != null && isFresh(meanwhile) ? meanwhile : ask(client, meanwhile);
      entry.known = latest;
      return latest.compiled().setup();
    } catch (StoreUnavailableException away) {
      if (known == null) {
        throw away;
      }
      return known.compiled().setup();
    } finally {
      entry.asking.unlock();
    }
  }

  /** Lets the next caller of this node ask: something was changed here. */
  void changed(ClientId client) {
    Entry entry = entries.get(client, none -> new Entry());
    entry.asking.lock();
    try {
      Known known = entry.known;
      if (known != null) {
        long past = clock.read() - ASK_EVERY.toNanos();
        entry.known = new Known(known.compiled(), past, known.madeNanos());
      }
    } finally {
      entry.asking.unlock();
    }
  }

  private boolean isFresh(Known known) {
    return clock.read() - known.askedNanos() < ASK_EVERY.toNanos();
  }

  private Known ask(ClientId client, @Nullable Known known) {
    long now = clock.read();
    if (known != null
        && now - known.madeNanos() < RENEW_EVERY.toNanos()
        && store.revision(client) == known.compiled().setup().revision()) {
      return new Known(known.compiled(), now, known.madeNanos());
    }
    CarrierSetup carriers = known == null ? CarrierSetup.NONE : known.compiled().carriers();
    return new Known(SetupCompiler.compile(store.all(client), zones(client), carriers), now, now);
  }

  private Map<String, ZoneId> zones(ClientId client) {
    Map<String, ZoneId> zones = new HashMap<>();
    String after = null;
    do {
      Page<Location> page = catalogue.locations(client, null, after, Page.MAX_LIMIT);
      page.items().forEach(location -> zones.put(location.code(), location.timeZone()));
      after = page.next();
    } while (after != null);
    return zones;
  }
}
