package dev.holdfast.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread of the generator: a selector and its share of the connections.
 *
 * <p>Thread {@code i} of {@code n} sends the requests {@code i, i + n, i + 2n, ...}, so numbers are
 * dealt out without anything shared. Sending stops at the plan's time or count; then the loop waits
 * for the answers that are still owed.
 */
final class LoadLoop {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  /** An open loop sleeps at most this long, so that a request is not sent later than that. */
  private static final long NAP_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  private final LoadPlan plan;
  private final int stride;
  private final Tally tally;
  private final Selector selector;
  private final List<Connection> connections = new ArrayList<>();
  private final ArrayDeque<Connection> idle = new ArrayDeque<>();
  private long next;
  private long startNanos;
  private long stopNanos;
  private int busy;

  LoadLoop(LoadPlan plan, int index, int stride) throws IOException {
    this.plan = plan;
    this.next = index;
    this.stride = stride;
    this.tally = new Tally(plan.expected());
    this.selector = Selector.open();
    for (int at = index; at < plan.connections(); at += stride) {
      URI target = plan.targets().get(at % plan.targets().size());
      InetSocketAddress address = new InetSocketAddress(target.getHost(), target.getPort());
      connections.add(new Connection(address, selector));
    }
  }

  Tally tally() {
    return tally;
  }

  /** Runs until the last answer; times are of {@link System#nanoTime}. */
  void run(long start, long stop) {
    startNanos = start;
    stopNanos = stop;
    try {
      connections.forEach(connection -> rest(connection, start));
      sendDue();
      while (sending()) {
        await(stopNanos);
        sendDue();
      }
      tally.closeWindow();
      drain();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      close();
    }
  }

  private boolean sending() {
    boolean more = next < plan.requests() || busy > 0;
    return more && System.nanoTime() - stopNanos < 0;
  }

  private void drain() throws IOException {
    long giveUp = System.nanoTime() + LoadPlan.DRAIN.toNanos();
    while (busy > 0 && System.nanoTime() - giveUp < 0) {
      select(giveUp);
    }
    connections.stream().filter(Connection::busy).forEach(late -> tally.broken("too late"));
  }

  /** Sends on idle connections whatever is due. */
  private void sendDue() throws IOException {
    while (!idle.isEmpty() && next < plan.requests()) {
      long now = System.nanoTime();
      long due = plan.pace().isOpen() ? startNanos + plan.pace().dueNanos(next) : now;
      if (due - now > 0 || now - stopNanos >= 0) {
        return;
      }
      send(idle.poll(), due);
    }
  }

  private void send(Connection connection, long due) throws IOException {
    long number = next;
    next += stride;
    busy++;
    try {
      if (plan.pace().isOpen()) {
        tally.lag(System.nanoTime() - Math.max(due, connection.idleSinceNanos()));
      }
      connection.send(plan.source(), number, due);
    } catch (IOException broken) {
      lose(connection, broken);
    }
  }

  /** Waits for answers, and in an open loop no longer than until the next request is due. */
  private void await(long until) throws IOException {
    if (!plan.pace().isOpen() || idle.isEmpty() || next >= plan.requests()) {
      select(until);
      return;
    }
    long wait = startNanos + plan.pace().dueNanos(next) - System.nanoTime();
    if (wait > 2 * MILLI) {
      select(System.nanoTime() + wait - MILLI);
    } else if (selector.selectNow(this::ready) == 0 && wait > 0) {
      LockSupport.parkNanos(Math.min(wait, NAP_NANOS));
    }
  }

  private void select(long until) throws IOException {
    long millis = Math.max(1, (until - System.nanoTime()) / MILLI);
    selector.select(this::ready, millis);
  }

  private void ready(SelectionKey key) {
    Connection connection = (Connection) key.attachment();
    try {
      try {
        if (key.isWritable()) {
          connection.flush();
        } else if (connection.receive()) {
          answered(connection);
        }
      } catch (IOException broken) {
        lose(connection, broken);
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Counts the answer and, in a closed loop, sends the next request at once. */
  private void answered(Connection connection) throws IOException {
    long now = System.nanoTime();
    busy--;
    long nanos = now - connection.dueNanos();
    tally.answer(connection.status(), nanos, connection.body());
    plan.listener().answered(connection.number(), connection.status(), connection.body(), nanos);
    boolean again = !plan.pace().isOpen() && next < plan.requests() && now - stopNanos < 0;
    if (again) {
      send(connection, now);
    } else {
      rest(connection, now);
    }
  }

  /** The connection waits for its next request: the longest waiting is taken first. */
  private void rest(Connection connection, long now) {
    connection.idleSince(now);
    idle.add(connection);
  }

  private void lose(Connection connection, IOException why) throws IOException {
    if (connection.busy()) {
      busy--;
      tally.broken(String.valueOf(why.getMessage()));
      connection.reopen();
      rest(connection, System.nanoTime());
    } else {
      connection.reopen();
    }
  }

  private void close() {
    try (selector) {
      for (Connection connection : connections) {
        connection.close();
      }
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
  }
}
