package dev.holdfast.application.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Knows who holds a secret: from memory for a few seconds, then from the store again.
 *
 * <p>Invariant: a principal is answered only from a question asked less than {@link #HOLD} ago, so
 * a revocation is felt everywhere within that time, and at once on the node that revoked (and so is
 * the end of a session, whose secret is held like a key's); only for lookups, and only while the
 * store cannot be asked, {@link #GRACE} counts instead. Memory holds hashes, never secrets. Safe
 * for use by several threads; only {@link #recognise} blocks.
 */
public final class KeyRing {
  /** How long the store is not asked again about a key that it knew. */
  public static final Duration HOLD = Duration.ofSeconds(5);

  /** How long a secret that nobody holds is refused without asking. */
  static final Duration HOLD_UNKNOWN = Duration.ofSeconds(1);

  /**
   * How long a key that the store knew may go on looking things up while the store cannot be asked.
   * A decision: what is in stock is no secret worth an empty shop window, and a quarter of an hour
   * outlasts a failover or the restart of a database. It is the price that a key revoked on another
   * node, in the very time of an outage, reads on for as long; it can command nothing.
   */
  public static final Duration GRACE = Duration.ofMinutes(15);

  /**
   * When a key in use is asked about again in the background: half of {@link #HOLD}, so that no
   * lookup waits for the store as long as that answers within the other half.
   */
  static final Duration REFRESH_AFTER = HOLD.dividedBy(2);

  /** How often an absent store is tried by lookups: it has been told that somebody waits. */
  private static final Duration PROBE_EVERY = Duration.ofSeconds(1);

  /** How long a key counts as an acquaintance, which is asked about before strangers. */
  private static final Duration REMEMBER = GRACE.plusMinutes(1);

  /** A few megabytes each, also under a flood of made-up secrets. */
  private static final int MAX_HELD = 10_000;

  private final Ticker clock;
  private final StoreQuestions store;
  private final Cache<Fingerprint, Held> held;
  private final Cache<Fingerprint, Boolean> unknown;

  /** When the store changed a key on this node's behalf, by the clock: older answers are void. */
  private final Cache<Integer, Long> changedHere;

  private final AtomicLong revocations = new AtomicLong();
  private final AtomicLong lastProbe;

  public KeyRing(AccessStore store) {
    this(store, Ticker.systemTicker());
  }

  KeyRing(AccessStore store, Ticker clock) {
    this.clock = clock;
    this.store = new StoreQuestions(store, clock);
    this.held = cache(REMEMBER);
    this.unknown = cache(HOLD_UNKNOWN);
    this.changedHere = cache(REMEMBER);
    this.lastProbe = new AtomicLong(clock.read() - PROBE_EVERY.toNanos());
  }

  private <K, V> Cache<K, V> cache(Duration hold) {
    return Caffeine.newBuilder().ticker(clock).expireAfterWrite(hold).maximumSize(MAX_HELD).build();
  }

  /** Who holds the secret, from memory only; null when memory does not know. Never blocks. */
  public @Nullable Principal known(String secret) {
    if (!Secrets.isShaped(secret)) {
      return null;
    }
    Held known = held.getIfPresent(Fingerprint.of(secret));
    return known != null && isFresh(known) ? known.principal() : null;
  }

  /**
   * Who holds the secret, for a caller who only wants to look something up: as {@link #known}, and
   * while the store cannot be asked, for {@link #GRACE} since it knew the key. Never blocks; asks
   * the store in the background before the answer gets too old.
   *
   * @param ahead how long the caller will go on with the answer; that much less is a key held
   */
  public @Nullable Principal knownForLookups(String secret, Duration ahead) {
    if (!Secrets.isShaped(secret)) {
      return null;
    }
    Fingerprint fingerprint = Fingerprint.of(secret);
    Held known = held.getIfPresent(fingerprint);
    if (known == null) {
      return null;
    }
    long ageNanos = clock.read() - known.askedNanos() + ahead.toNanos();
    if (ageNanos < HOLD.toNanos()) {
      if (ageNanos >= REFRESH_AFTER.toNanos()) {
        refresh(fingerprint);
      }
      return known.principal();
    }
    if (!store.isAway() || ageNanos >= GRACE.toNanos()) {
      return null;
    }
    refresh(fingerprint);
    return known.principal();
  }

  /**
   * Changes with every change of a key on this node: for callers who remember who holds a secret.
   */
  public long revocations() {
    return revocations.get();
  }

  /** Asks again, on a thread of its own, unless that is being done or was done in vain just now. */
  private void refresh(Fingerprint fingerprint) {
    if (store.isAsking(fingerprint)) {
      return;
    }
    if (store.isAway()) {
      long now = clock.read();
      long last = lastProbe.get();
      if (now - last < PROBE_EVERY.toNanos() || !lastProbe.compareAndSet(last, now)) {
        return;
      }
    }
    Thread.ofVirtual()
        .name("key-refresh")
        .start(() -> {
          try {
            remember(fingerprint, store.holder(fingerprint, false));
          } catch (StoreUnavailableException away) {
            // Known to StoreQuestions now, and so to all who ask.
          }
        });
  }

  /**
   * Who holds the secret, from memory or else from the store. Blocks.
   *
   * @return empty when nobody holds it, or the key is revoked
   * @throws StoreUnavailableException when the store cannot be asked, or strangers crowd it
   */
  public Optional<Principal> recognise(String secret) {
    if (!Secrets.isShaped(secret)) {
      return Optional.empty();
    }
    Fingerprint fingerprint = Fingerprint.of(secret);
    Held known = held.getIfPresent(fingerprint);
    if (known != null && isFresh(known)) {
      return Optional.of(known.principal());
    }
    if (unknown.getIfPresent(fingerprint) != null) {
      return Optional.empty();
    }
    StoreQuestions.Answer answer = store.holder(fingerprint, known == null);
    if (isVoid(answer)) {
      answer = store.holder(fingerprint, false);
    }
    return remember(fingerprint, answer);
  }

  /** Whether the store has changed the holder's key since it was asked. */
  private boolean isVoid(StoreQuestions.Answer answer) {
    if (answer.holder().isEmpty()) {
      return false;
    }
    Long changed = changedHere.getIfPresent(answer.holder().get().keyId());
    return changed != null && answer.askedNanos() - changed <= 0;
  }

  private Optional<Principal> remember(Fingerprint fingerprint, StoreQuestions.Answer answer) {
    Optional<Principal> holder = answer.holder();
    if (holder.isEmpty()) {
      held.invalidate(fingerprint);
      unknown.put(fingerprint, true);
      return holder;
    }
    held.put(fingerprint, new Held(holder.get(), answer.askedNanos()));
    // After the put: a change meanwhile either finds the entry, or is found here.
    if (isVoid(answer)) {
      held.invalidate(fingerprint);
      return Optional.empty();
    }
    return holder;
  }

  /**
   * Takes note that the store has revoked a key, changed what it may do, or ended a session of its
   * account: this node no longer knows its holder, and asks again.
   */
  void changed(int keyId) {
    changedHere.put(keyId, clock.read());
    revocations.incrementAndGet();
    held.asMap().values().removeIf(known -> known.principal().keyId() == keyId);
    // Once more: who looked between the two has seen the first number and the old entry.
    revocations.incrementAndGet();
  }

  private boolean isFresh(Held known) {
    return clock.read() - known.askedNanos() < HOLD.toNanos();
  }

  /** A principal and when the store was asked for it. */
  private record Held(Principal principal, long askedNanos) {}
}
