package dev.holdfast.application.lanes;

import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.StockLedger;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.MpscArrayQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that writes one batch after the other. There is no timer: the next batch is what
 * arrived meanwhile, so a lone command pays nothing for the crowd's batching.
 *
 * <p>Endings (confirm, release, expire, arrivals) go before claims: they free stock and somebody
 * has paid.
 */
final class Lane implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private record Waiting(ClientCommand command, Completion completion, long sinceNanos) {}

  private final StockLedger ledger;
  private final LaneListener listener;
  private final StoreGate gate;
  private final MpscArrayQueue<Waiting> endings;
  private final MpscArrayQueue<Waiting> claims;
  private final Thread thread;
  private volatile boolean idle;
  private volatile boolean stopping;
  private volatile long busySince;

  Lane(String name, int capacity, StockLedger ledger, LaneListener listener, StoreGate gate) {
    this.ledger = ledger;
    this.listener = listener;
    this.gate = gate;
    this.endings = new MpscArrayQueue<>(capacity);
    this.claims = new MpscArrayQueue<>(capacity);
    this.thread = Thread.ofPlatform().name(name).daemon(false).unstarted(this);
  }

  void start() {
    thread.start();
  }

  /** False when the lane is full or stopping; the command is then certainly not done. */
  boolean offer(ClientCommand command, Completion completion, boolean ending) {
    Waiting waiting = new Waiting(command, completion, System.nanoTime());
    if (stopping || !(ending ? endings : claims).offer(waiting)) {
      return false;
    }
    // The queue's write must be seen before idle is read, or both sides may wait for ever.
    VarHandle.fullFence();
    if (idle) {
      LockSupport.unpark(thread);
    }
    return true;
  }

  int waiting() {
    return endings.size() + claims.size();
  }

  @Override
  public void run() {
    List<Waiting> batch = new ArrayList<>(StockLedger.MAX_BATCH);
    while (true) {
      endings.drain(batch::add, StockLedger.MAX_BATCH);
      claims.drain(batch::add, StockLedger.MAX_BATCH - batch.size());
      if (!batch.isEmpty()) {
        write(batch);
        batch.clear();
      } else if (stopping) {
        return;
      } else {
        idle = true;
        if (endings.isEmpty() && claims.isEmpty() && !stopping) {
          LockSupport.park(this);
        }
        idle = false;
      }
    }
  }

  private void write(List<Waiting> batch) {
    List<ClientCommand> commands = new ArrayList<>(batch.size());
    for (Waiting waiting : batch) {
      commands.add(waiting.command());
    }
    long start = System.nanoTime();
    long[] waitedNanos = new long[batch.size()];
    for (int i = 0; i < waitedNanos.length; i++) {
      waitedNanos[i] = start - batch.get(i).sinceNanos();
    }
    busySince = start;
    List<CommandResult> results = gate.isShut() ? refused(commands) : apply(commands);
    busySince = 0;
    long nanos = System.nanoTime() - start;
    listener.batch(new WrittenBatch(commands, results, waitedNanos, nanos));
    for (int i = 0; i < batch.size(); i++) {
      complete(batch.get(i), results.get(i), nanos);
    }
    if (results.stream().anyMatch(Lane::failed)) {
      gate.suspect();
    }
  }

  private static boolean failed(CommandResult result) {
    return result instanceof CommandResult.NoEffect || result instanceof CommandResult.Unknown;
  }

  private static List<CommandResult> refused(List<ClientCommand> commands) {
    return Collections.nCopies(
        commands.size(), new CommandResult.NoEffect("the store is unavailable"));
  }

  /** Whether the batch that is being written has taken longer than that. */
  boolean isStuck(long nanos) {
    long since = busySince;
    return since != 0 && System.nanoTime() - since > nanos;
  }

  private List<CommandResult> apply(List<ClientCommand> commands) {
    try {
      return ledger.apply(commands);
    } catch (RuntimeException bug) {
      LOG.error("a batch of {} failed in an unforeseen way", commands.size(), bug);
      return Collections.nCopies(
          commands.size(), new CommandResult.Unknown("the store failed unexpectedly"));
    }
  }

  private static void complete(Waiting waiting, CommandResult result, long nanos) {
    try {
      waiting.completion().complete(result, nanos);
    } catch (RuntimeException bug) {
      LOG.error("an answer could not be handed over", bug);
    }
  }

  /** Takes no more commands, writes what waits, and returns when all of it is answered. */
  void stop() {
    stopping = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException stopMeanwhile) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
