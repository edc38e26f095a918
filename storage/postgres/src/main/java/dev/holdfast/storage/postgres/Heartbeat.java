package dev.holdfast.storage.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a message into the log twice a second, on a connection of its own. That the message comes
 * back through the stream proves that everything before it has come; that the stream moves on lets
 * the server throw old log away, also while nothing is sold.
 */
final class Heartbeat {
  /** Half of the age at which a view calls itself stale. */
  static final Duration BEAT = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  /** What else is done at each beat, on the same connection. */
  interface Check {
    void at(Connection connection) throws SQLException;
  }

  private final FeedLogin login;
  private final Check check;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  Heartbeat(FeedLogin login, Check check) {
    this.login = login;
    this.check = check;
    this.thread = Thread.ofVirtual().name("feed-heartbeat").start(this::run);
  }

  private void run() {
    while (stop.getCount() > 0) {
      try (Connection connection = login.open();
          Statement statement = connection.createStatement()) {
        // Nobody waits for a heartbeat: a standby that is away must not hold it up.
        statement.execute("set synchronous_commit = local");
        do {
          statement.execute("select pg_logical_emit_message(true, 'holdfast', '')");
          check.at(connection);
        } while (!stop.await(BEAT.toMillis(), TimeUnit.MILLISECONDS));
      } catch (SQLException away) {
        LOG.debug("no heartbeat: {}", away.getMessage());
        pause();
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void pause() {
    try {
      stop.await(BEAT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      stop.countDown();
    }
  }

  void close() {
    stop.countDown();
    thread.interrupt();
  }
}
