package dev.holdfast.application.webhook;

import dev.holdfast.application.webhook.WebhookQueue.Waiting;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.EventOutbox;
import dev.holdfast.storage.api.EventOutbox.Behind;
import dev.holdfast.storage.api.EventOutbox.BehindPage;
import dev.holdfast.storage.api.EventOutbox.Health;
import dev.holdfast.storage.api.EventOutbox.Subscription;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every webhook of every client what the ledger holds, on the node that leads.
 *
 * <p>One thread decides what is sent when; deliveries run on virtual threads and come back to it.
 * What has changed is learned from hints, which may be lost, and from sweeps of the ledger, which
 * miss nothing: at the start, when a webhook or its deliveries are changed by a person, after
 * {@link #sweepAll}, and every ten minutes.
 */
public final class WebhookDispatcher implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);

  /** What hints have missed is late by this at most. */
  private static final Duration SWEEP = Duration.ofMinutes(10);

  /** Longer than one delivery takes. */
  private static final long STOP_SECONDS = Courier.TIMEOUT.toSeconds() + 5;

  private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatcher.class);

  private final BooleanSupplier leads;
  private final EventOutbox outbox;
  private final Delivery delivery;
  private final Backoff backoff;
  private final WebhookHints hints = new WebhookHints();
  private final Map<Integer, WebhookQueue> queues = new HashMap<>();
  private final Queue<Settled> settled = new ConcurrentLinkedQueue<>();
  private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final Thread thread;
  private volatile boolean stopped;
  private volatile long pending;
  private volatile long parked;
  private long refreshAtNanos = System.nanoTime();
  private long sweepAtNanos = System.nanoTime() + SWEEP.toNanos();

  /**
   * @param leads whether this node delivers; asked every second
   * @param backoff {@link Backoff#STANDARD} unless a test is in a hurry
   */
  public WebhookDispatcher(
      BooleanSupplier leads, EventOutbox outbox, Courier courier, Backoff backoff, Clock clock) {
    this.leads = leads;
    this.outbox = outbox;
    this.backoff = backoff;
    this.delivery = new Delivery(outbox, courier, backoff, clock);
    this.thread = Thread.ofPlatform().name("webhooks").unstarted(this::loop);
  }

  private record Settled(WebhookQueue queue, Waiting position, Delivery.Result result) {}

  public void start() {
    thread.start();
  }

  /** A position has a new version. Quick, and never waits. */
  public void positionChanged(ClientId client, long packed, long version) {
    if (hints.add(client, packed, version)) {
      LockSupport.unpark(thread);
    }
  }

  /** Anything may have changed unheard. */
  public void sweepAll() {
    hints.addAnything();
    LockSupport.unpark(thread);
  }

  /** Positions with something that a webhook has not been told, each once per webhook. */
  public long pending() {
    return pending;
  }

  /** Changes that were delivered, each once per webhook. */
  public long delivered() {
    return delivered.sum();
  }

  /** Tries that failed. */
  public long failed() {
    return failed.sum();
  }

  /** Positions that wait for a person, each once per webhook. */
  public long parked() {
    return parked;
  }

  private void loop() {
    while (!stopped) {
      long pause = TICK.toNanos();
      try {
        pause = round(System.nanoTime());
      } catch (StoreUnavailableException away) {
        LOG.warn("webhooks wait for the store: {}", away.getMessage());
      } catch (RuntimeException bug) {
        LOG.error("webhooks stumbled; they go on", bug);
      }
      if (pause > 0 && !stopped) {
        LockSupport.parkNanos(pause);
      }
    }
  }

  /** Does what is due and says how long nothing will be. */
  private long round(long nowNanos) {
    settleAll(nowNanos);
    if (nowNanos - refreshAtNanos >= 0) {
      refreshAtNanos = nowNanos + TICK.toNanos();
      refresh(nowNanos);
    }
    boolean everything = hints.takeAnything() || nowNanos - sweepAtNanos >= 0;
    if (everything) {
      sweepAtNanos = nowNanos + SWEEP.toNanos();
      queues.values().forEach(WebhookQueue::wantSweep);
    }
    hints.drainTo(hint -> announce(hint, nowNanos));
    long pause = Math.max(0, refreshAtNanos - nowNanos);
    for (WebhookQueue queue : queues.values()) {
      boolean swept = sweepPage(queue, nowNanos);
      startAll(queue, nowNanos);
      pause = swept ? 0 : queue.untilDue(nowNanos, pause);
    }
    return settled.isEmpty() ? pause : 0;
  }

  private void settleAll(long nowNanos) {
    for (Settled one = settled.poll(); one != null; one = settled.poll()) {
      count(one.result());
      one.queue().settle(one.position(), one.result(), nowNanos);
    }
  }

  private void count(Delivery.Result result) {
    if (result instanceof Delivery.Told told) {
      delivered.add(told.sent());
    } else if (result instanceof Delivery.NotTaken) {
      failed.increment();
    }
  }

  private void refresh(long nowNanos) {
    List<Subscription> active = leads.getAsBoolean() ? outbox.active() : List.of();
    Set<Integer> clients = new HashSet<>();
    Map<Integer, Subscription> byId = new HashMap<>();
    for (Subscription webhook : active) {
      clients.add(webhook.client().value());
      byId.put(webhook.id(), webhook);
    }
    // Before any sweep of a new webhook begins: what the sweep does not see yet comes as a hint.
    hints.listenFor(clients);
    queues.forEach((id, queue) -> {
      if (!byId.containsKey(id)) {
        queue.close();
      }
    });
    queues.values().removeIf(WebhookQueue::isFinished);
    byId.forEach((id, webhook) ->
        queues
            .computeIfAbsent(id, none -> new WebhookQueue(webhook, backoff, nowNanos))
            .renew(webhook, nowNanos));
    pending = queues.values().stream().mapToLong(WebhookQueue::pending).sum();
    if (!active.isEmpty()) {
      noteNews();
    }
    parked = active.isEmpty() ? 0 : outbox.parked();
  }

  private void noteNews() {
    queues.forEach((id, queue) -> {
      Health news = queue.news();
      if (news != null) {
        outbox.note(id, news);
      }
    });
  }

  private void announce(WebhookHints.Hint hint, long nowNanos) {
    for (WebhookQueue queue : queues.values()) {
      if (queue.webhook().client().equals(hint.client())) {
        queue.announce(hint.packed(), hint.version(), nowNanos);
      }
    }
  }

  /** Reads one page of a sweep, if one is under way; whether it did. */
  private boolean sweepPage(WebhookQueue queue, long nowNanos) {
    long from = queue.sweepFrom();
    if (from < 0) {
      return false;
    }
    BehindPage page = outbox.behind(queue.webhook(), from);
    for (Behind behind : page.positions()) {
      long waitNanos = Math.max(0, behind.again().toNanos());
      queue.announce(behind.position().packed(), 0, nowNanos + waitNanos);
    }
    queue.swept(page.next());
    return true;
  }

  private void startAll(WebhookQueue queue, long nowNanos) {
    for (Waiting one = queue.take(nowNanos); one != null; one = queue.take(nowNanos)) {
      Waiting position = one;
      Subscription webhook = queue.webhook();
      couriers.execute(() -> {
        Delivery.Result result = delivery.run(webhook, position.position);
        settled.add(new Settled(queue, position, result));
        LockSupport.unpark(thread);
      });
    }
  }

  /** Starts nothing more and waits for what is under way, so that it is remembered. */
  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
      couriers.shutdown();
      if (!couriers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        couriers.shutdownNow();
      }
      settleAll(System.nanoTime());
      noteNews();
    } catch (StoreUnavailableException away) {
      LOG.warn("how webhooks fared last is not noted: {}", away.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
