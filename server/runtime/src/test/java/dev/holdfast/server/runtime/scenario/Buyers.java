package dev.holdfast.server.runtime.scenario;

import dev.holdfast.server.runtime.contract.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Shoppers who reserve one after the other, each time under a new key, until they are closed. */
final class Buyers implements AutoCloseable {
  private static final int CROWD = 8;

  /**
   * After a refusal, as real buyers pause. Java's client that asks again at once takes an answer of
   * microseconds for noise on a connection that it has not quite taken out of its pool yet.
   */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Api api;
  private final String body;
  private final Map<String, Reply> answers = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> running = new ArrayList<>();
  private volatile boolean open = true;

  Buyers(Api api, String body) {
    this.api = api;
    this.body = body;
  }

  void start() {
    for (int i = 0; i < CROWD; i++) {
      running.add(threads.submit(this::buyOn));
    }
  }

  private void buyOn() {
    while (open) {
      String key = UUID.randomUUID().toString();
      Reply reply = buy(key);
      answers.put(key, reply);
      if (reply.status() == 503) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /** Reserves under a key. */
  Reply buy(String key) {
    return api.post("/v1/reservations", body, key);
  }

  /** The first answer to each key. */
  Map<String, Reply> answers() {
    return answers;
  }

  int count(int status) {
    return (int) answers.values().stream().filter(reply -> reply.status() == status).count();
  }

  /** Waits for the last answers, and fails when a buyer did. */
  @Override
  public void close() throws ExecutionException {
    open = false;
    threads.close();
    for (Future<?> buyer : running) {
      if (buyer.state() == Future.State.FAILED) {
        throw new ExecutionException(buyer.exceptionNow());
      }
    }
  }
}
