package dev.holdfast.application.access;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Questions to the store about secrets. Everybody who asks about one secret at the same time shares
 * one question, and secrets never seen before are asked about one at a time: a flood of made-up
 * ones leaves room for those who are known.
 */
final class StoreQuestions {
  /** How long a stranger waits for the others before the store counts as unavailable. */
  private static final Duration STRANGER_WAIT = Duration.ofSeconds(2);

  /** A question that has no answer after this long will hardly get one in time for a lookup. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private final AccessStore store;
  private final Ticker clock;
  private final Semaphore strangers = new Semaphore(1);
  private final ConcurrentMap<Fingerprint, CompletableFuture<Answer>> underWay =
      new ConcurrentHashMap<>();

  /** When the store was asked what it has not answered yet, by the clock; null when nothing. */
  private volatile @Nullable Long unansweredSince;

  private volatile boolean failed;

  StoreQuestions(AccessStore store, Ticker clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Who holds the secret.
   *
   * @param stranger whether it was never recognised before
   * @throws StoreUnavailableException when the store cannot be asked, or strangers crowd it
   */
  Answer holder(Fingerprint fingerprint, boolean stranger) {
    CompletableFuture<Answer> mine = new CompletableFuture<>();
    CompletableFuture<Answer> others = underWay.putIfAbsent(fingerprint, mine);
    if (others != null) {
      return await(others);
    }
    try {
      mine.complete(stranger ? strangersTurn(fingerprint) : ask(fingerprint));
    } catch (RuntimeException | Error failed) {
      mine.completeExceptionally(failed);
    } finally {
      underWay.remove(fingerprint);
    }
    return await(mine);
  }

  private Answer strangersTurn(Fingerprint fingerprint) {
    boolean myTurn = false;
    try {
      myTurn = strangers.tryAcquire(STRANGER_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      if (!myTurn) {
        throw new StoreUnavailableException(
            "Too many unknown keys are being tried. Try again in a moment.",
            new TimeoutException());
      }
      return ask(fingerprint);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("The server is stopping. Try again.", stopping);
    } finally {
      if (myTurn) {
        strangers.release();
      }
    }
  }

  private Answer ask(Fingerprint fingerprint) {
    long began = clock.read();
    if (unansweredSince == null) {
      unansweredSince = began;
    }
    try {
      Answer answer = new Answer(store.principal(fingerprint.bytes()), began);
      failed = false;
      return answer;
    } catch (StoreUnavailableException away) {
      failed = true;
      throw away;
    } finally {
      // Any answer proves that the store is there; an older question may still be stuck in it.
      unansweredSince = null;
    }
  }

  /** Whether the last question failed, or one has been without an answer for too long. */
  boolean isAway() {
    Long since = unansweredSince;
    return failed || (since != null && clock.read() - since > PATIENCE.toNanos());
  }

  /** Whether the store is being asked about a secret. */
  boolean isAsking(Fingerprint fingerprint) {
    return underWay.containsKey(fingerprint);
  }

  private static Answer await(CompletableFuture<Answer> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /** What the store said, and when it was asked. */
  record Answer(Optional<Principal> holder, long askedNanos) {}
}
