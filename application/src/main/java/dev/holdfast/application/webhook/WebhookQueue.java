package dev.holdfast.application.webhook;

import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.EventOutbox.Health;
import dev.holdfast.storage.api.EventOutbox.Subscription;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What one webhook has still to be told, by position, and when. A position is under way at most
 * once, which is what keeps its events in order. Used by the dispatcher's thread only.
 */
final class WebhookQueue {
  /** Positions held; what does not fit is found again by a sweep. */
  static final int MAX_WAITING = 50_000;

  /** Deliveries to one webhook at a time: a receiver that needs 100 ms takes 320 a second. */
  static final int MAX_IN_FLIGHT = 32;

  /** A change is announced a moment before it can be read. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  /** After these looks, two seconds, an announced version is taken for one that never comes. */
  private static final int MAX_LOOKS = 100;

  /** Between tries while the store is away. */
  private static final Duration AWAY = Duration.ofSeconds(1);

  private final Backoff backoff;
  private final Map<Long, Waiting> waiting = new HashMap<>();
  private final PriorityQueue<Waiting> due =
      new PriorityQueue<>(Comparator.comparingLong(one -> one.dueNanos));
  private Subscription webhook;
  private boolean open = true;
  private int inFlight;
  private int failures;
  private long restUntilNanos;
  private boolean sweepWanted = true;
  private long sweepAfter = -1;
  private boolean succeeded;
  private @Nullable String failure;
  private long notedPending = -1;

  WebhookQueue(Subscription webhook, Backoff backoff, long nowNanos) {
    this.webhook = webhook;
    this.backoff = backoff;
    this.restUntilNanos = nowNanos;
  }

  /** A position with something to tell. */
  static final class Waiting {
    final PositionKey position;
    private long wanted;
    private long dueNanos;
    private int looks;

    private Waiting(PositionKey position, long wanted, long dueNanos) {
      this.position = position;
      this.wanted = wanted;
      this.dueNanos = dueNanos;
    }
  }

  Subscription webhook() {
    return webhook;
  }

  /** Takes the webhook as it is now; looks at everything again when a person changed something. */
  void renew(Subscription now, long nowNanos) {
    if (!open || now.revision() != webhook.revision()) {
      open = true;
      sweepWanted = true;
      failures = 0;
      restUntilNanos = nowNanos;
      List<Waiting> early = List.copyOf(due);
      due.clear();
      early.forEach(one -> again(one, Duration.ZERO, nowNanos));
    }
    webhook = now;
  }

  /** Starts nothing any more. */
  void close() {
    open = false;
    due.forEach(one -> waiting.remove(one.position.packed()));
    due.clear();
  }

  boolean isFinished() {
    return !open && inFlight == 0;
  }

  void wantSweep() {
    sweepWanted = true;
  }

  /** Where the next page of a sweep begins; -1 when none is needed or there is no room for it. */
  long sweepFrom() {
    if (!open || waiting.size() > MAX_WAITING / 2) {
      return -1;
    }
    if (sweepAfter < 0 && sweepWanted) {
      sweepWanted = false;
      sweepAfter = 0;
    }
    return sweepAfter;
  }

  void swept(long next) {
    sweepAfter = next;
  }

  /** Something happened at a position. */
  void announce(long packed, long version, long dueNanos) {
    if (!open) {
      return;
    }
    Waiting known = waiting.get(packed);
    if (known != null) {
      known.wanted = Math.max(known.wanted, version);
    } else if (waiting.size() >= MAX_WAITING) {
      sweepWanted = true;
    } else {
      Waiting one = new Waiting(new PositionKey(packed), version, dueNanos);
      waiting.put(packed, one);
      due.add(one);
    }
  }

  /**
   * Takes a position to deliver now; null when none is due, or the webhook rests. While it fails,
   * one at a time.
   */
  @Nullable Waiting take(long nowNanos) {
    Waiting next = due.peek();
    int most = failures > 0 ? 1 : MAX_IN_FLIGHT;
    if (!open
        || inFlight >= most
        || nowNanos - restUntilNanos < 0
        || next == null
        || nowNanos - next.dueNanos < 0) {
      return null;
    }
    inFlight++;
    return due.poll();
  }

  /** How long until something may be due; at most {@code mostNanos}. */
  long untilDue(long nowNanos, long mostNanos) {
    Waiting next = due.peek();
    if (!open || next == null || inFlight >= (failures > 0 ? 1 : MAX_IN_FLIGHT)) {
      return mostNanos;
    }
    long until = Math.max(next.dueNanos - nowNanos, restUntilNanos - nowNanos);
    return Math.clamp(until, 0, mostNanos);
  }

  /** A position that was taken is back. */
  void settle(Waiting one, Delivery.Result result, long nowNanos) {
    inFlight--;
    switch (result) {
      case Delivery.Told told -> told(one, told, nowNanos);
      case Delivery.NotTaken not -> failed(one, not, nowNanos);
      case Delivery.Nothing() -> waiting.remove(one.position.packed());
      case Delivery.StoreAway() -> again(one, AWAY, nowNanos);
    }
  }

  private void told(Waiting one, Delivery.Told told, long nowNanos) {
    if (told.sent() > 0) {
      succeeded = true;
      failures = 0;
      restUntilNanos = nowNanos;
      one.looks = 0;
    }
    if (told.more()) {
      again(one, Duration.ZERO, nowNanos);
    } else if (told.version() < one.wanted && one.looks++ < MAX_LOOKS) {
      again(one, told.sent() > 0 ? Duration.ZERO : LOOK_AGAIN, nowNanos);
    } else {
      waiting.remove(one.position.packed());
    }
  }

  private void failed(Waiting one, Delivery.NotTaken not, long nowNanos) {
    failure = not.answer().reason();
    // Deliveries that failed beside each other are one failure.
    if (not.answer().unwell() && nowNanos - restUntilNanos >= 0) {
      failures++;
      Duration rest = backoff.ofWebhook(failures, not.answer().retryAfter());
      restUntilNanos = nowNanos + rest.toNanos();
    }
    if (not.again() == null) {
      waiting.remove(one.position.packed());
    } else {
      again(one, not.again(), nowNanos);
    }
  }

  private void again(Waiting one, Duration pause, long nowNanos) {
    one.dueNanos = nowNanos + pause.toNanos();
    if (open) {
      due.add(one);
    } else {
      waiting.remove(one.position.packed());
    }
  }

  int pending() {
    return waiting.size();
  }

  /** What people should know since the last call; null when nothing is new. */
  @Nullable Health news() {
    if (!succeeded && failure == null && notedPending == waiting.size()) {
      return null;
    }
    Health health = new Health(succeeded, failure, waiting.size());
    succeeded = false;
    failure = null;
    notedPending = waiting.size();
    return health;
  }
}
