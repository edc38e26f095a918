package dev.holdfast.bench.drill;

import dev.holdfast.bench.drill.Attempt.Position;
import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.instance.InstanceException;
import dev.holdfast.bench.instance.Reply;
import dev.holdfast.bench.instance.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Rounds of load, blow, restart and settling. What is killed and when comes from the seed; what the
 * shoppers do as well; how their commands interleave does not.
 */
final class CrashDrill {
  private static final List<Blow> BLOWS = List.of(Blow.values());
  private static final Duration SETTLE = Duration.ofMinutes(2);
  private static final Duration RECOVER = Duration.ofSeconds(3);
  private static final long POLL_MILLIS = 50;

  /** How many of the last acknowledged commands are asked about again after each blow. */
  private static final int ASK_AGAIN = 200;

  /** How many commands are done in each round before the clock of the blow starts. */
  private static final int WORK = 50;

  /** Load before a blow, milliseconds: long enough to have batches under way. */
  private static final int SHORTEST = 300;

  private static final int LONGEST = 2_000;

  /** Shoppers run into the damage for up to so many milliseconds. */
  private static final int AFTERMATH = 200;

  private final Instance instance;
  private final List<Position> positions;
  private final int shoppers;
  private final SplittableRandom random;
  private final Verdict verdict;
  private final Journal journal = new Journal();
  private final OpenClaims claims = new OpenClaims();

  CrashDrill(
      Instance instance, List<Position> positions, int shoppers, long seed, Verdict verdict) {
    this.instance = instance;
    this.positions = positions;
    this.shoppers = shoppers;
    this.random = new SplittableRandom(seed);
    this.verdict = verdict;
  }

  /**
   * One round, told as it went.
   *
   * @param open commands whose outcome was unknown after the blow
   * @param decided how many of these had been decided before the blow
   * @param healed whether the server went on without a restart
   * @param backMillis from the blow until commands were answered again
   */
  record Round(
      Blow blow,
      long loadMillis,
      int made,
      int open,
      int decided,
      boolean healed,
      long backMillis) {}

  Journal journal() {
    return journal;
  }

  /** Which part the next round kills. */
  Blow nextBlow() {
    return BLOWS.get(random.nextInt(BLOWS.size()));
  }

  Round round(Blow blow) throws IOException, InterruptedException {
    int before = journal.all().size();
    long loadMillis = random.nextInt(SHORTEST, LONGEST);
    long blowAt = loadUntil(blow, loadMillis);
    List<Attempt> open = journal.all(Attempt::isOpen);
    boolean healed = restart(blow);
    try (Api api = instance.api()) {
      settle(api, open);
      long backMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - blowAt);
      askAgain(api);
      int made = journal.all().size() - before;
      int decided = (int) open.stream().filter(Attempt::wasDecidedBefore).count();
      return new Round(blow, loadMillis, made, open.size(), decided, healed, backMillis);
    }
  }

  /** Runs the shoppers, strikes, and stops them a little later. */
  private long loadUntil(Blow blow, long loadMillis) throws InterruptedException {
    AtomicBoolean stop = new AtomicBoolean();
    List<Future<?>> shopping = new ArrayList<>();
    try (Api api = instance.api();
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int shopper = 0; shopper < shoppers; shopper++) {
        SplittableRandom own = random.split();
        shopping.add(executor.submit(new Shopper(api, journal, positions, claims, own, stop)));
      }
      awaitWork();
      Thread.sleep(loadMillis);
      long blowAt = System.nanoTime();
      blow.strike(instance.server());
      Thread.sleep(random.nextInt(AFTERMATH));
      stop.set(true);
      for (Future<?> shopper : shopping) {
        shopper.get();
      }
      return blowAt;
    } catch (ExecutionException broken) {
      throw new IllegalStateException("A shopper broke down.", broken.getCause());
    } finally {
      stop.set(true);
    }
  }

  /** A server that has just started needs a while; a blow shall not fall before there is work. */
  private void awaitWork() throws InterruptedException {
    int before = journal.all(Attempt::isDone).size();
    long giveUp = System.nanoTime() + SETTLE.toNanos();
    while (journal.all(Attempt::isDone).size() < before + WORK) {
      if (System.nanoTime() - giveUp > 0) {
        throw new InstanceException("Nothing is served:\n" + instance.server().tail());
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Brings back what was killed; a server whose database was killed may do that itself. */
  private boolean restart(Blow blow) throws IOException, InterruptedException {
    ServerProcess server = instance.server();
    if (blow == Blow.DATABASE && answersWithin(RECOVER)) {
      return true;
    }
    if (server.isAlive()) {
      server.kill();
    }
    server.start();
    return false;
  }

  private boolean answersWithin(Duration patience) throws InterruptedException {
    long giveUp = System.nanoTime() + patience.toNanos();
    try (Api api = instance.api()) {
      while (System.nanoTime() - giveUp < 0 && instance.server().isAlive()) {
        try {
          if (api.look("/v1/positions?limit=1").isDone()) {
            return true;
          }
        } catch (IOException notYet) {
          // Asked again until patience ends.
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
    return false;
  }

  /** Sends every open command again, with its own key, until it is settled. */
  private void settle(Api api, List<Attempt> unknown) throws InterruptedException {
    List<Attempt> open = new ArrayList<>(unknown);
    long giveUp = System.nanoTime() + SETTLE.toNanos();
    while (!open.isEmpty()) {
      for (Attempt attempt : List.copyOf(open)) {
        if (Shopper.tryOnce(api, attempt)) {
          open.remove(attempt);
          claims.keep(attempt);
        }
      }
      if (!open.isEmpty()) {
        if (System.nanoTime() - giveUp > 0) {
          throw new InstanceException(
              open.size() + " commands cannot be settled, such as " + open.getFirst());
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
  }

  /** The same key must tell the same: nothing that was acknowledged may be forgotten. */
  private void askAgain(Api api) throws IOException, InterruptedException {
    for (Attempt attempt : journal.lastDone(ASK_AGAIN)) {
      Reply reply = api.command(attempt.path(), attempt.key(), attempt.json());
      if (!attempt.isToldAgainBy(reply)) {
        verdict.toldDifferently(attempt, reply.status() + " " + reply.body());
      }
    }
  }
}
