package dev.holdfast.storage.postgres;

import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/**
 * One connection's reading of the log. Opened with its slot taken, so that nothing committed from
 * then on can be missed; used by the feed's thread.
 */
final class FeedSession implements AutoCloseable {
  /** The PostgreSQL error for a slot that somebody reads from. */
  private static final String OBJECT_IN_USE = "55006";

  private static final String DUPLICATE_OBJECT = "42710";

  /** The server takes a moment to notice that the slot's last reader is gone. */
  private static final int TRIES = 10;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  /** A stream without any heartbeat for so long is dead. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** How often the server hears how far we have read. */
  private static final int CONFIRM_MILLIS = 1_000;

  /** Heartbeats from one look at the slot to the next: 5 s. */
  private static final int BEATS_PER_LOOK = 10;

  /** How far a reader has got, and on which line of history. */
  record Place(String history, long reached) {}

  /**
   * A slot that is being read from.
   *
   * @param lasting whether it outlives the connection
   * @param from everything after is told; what was before may have been told to somebody else
   */
  private record Taken(PGReplicationStream stream, boolean lasting, long from) {}

  /** Somebody else reads from the lasting slot. */
  static final class SlotTakenException extends SQLException {
    @Serial private static final long serialVersionUID = 1L;

    SlotTakenException(SQLException cause) {
      super(cause.getMessage(), cause.getSQLState(), cause);
    }
  }

  private final FeedLogin login;
  private final Connection ordinary;
  private final Connection streaming;
  private final FeedListener listener;
  private final LongConsumer retained;
  private final String history;
  private final FeedSlot slot;
  private final PgOutput output;
  private final Taken taken;
  private @Nullable FeedMark picture;
  private volatile long reached;
  private volatile long heardNanos = System.nanoTime();
  private int beats;
  private boolean freeBefore;

  private FeedSession(
      FeedLogin login,
      Connection ordinary,
      Connection streaming,
      FeedListener listener,
      LongConsumer retained,
      PostgresStockFeed.Reading reading)
      throws SQLException {
    this.login = login;
    this.ordinary = ordinary;
    this.streaming = streaming;
    this.listener = listener;
    this.retained = retained;
    this.history = PostgresSnapshots.history(ordinary);
    this.slot = FeedSlot.of(ordinary);
    this.output = new PgOutput(listener);
    this.taken = take(reading);
  }

  static FeedSession open(
      FeedLogin login,
      PostgresStockFeed.Reading reading,
      FeedListener listener,
      LongConsumer retained)
      throws SQLException {
    Connection ordinary = login.open();
    try {
      Connection streaming = login.openStream();
      try {
        return new FeedSession(login, ordinary, streaming, listener, retained, reading);
      } catch (SQLException | RuntimeException failed) {
        PostgresStockFeed.cut(streaming);
        throw failed;
      }
    } catch (SQLException | RuntimeException failed) {
      PostgresStockFeed.cut(ordinary);
      throw failed;
    }
  }

  private Taken take(PostgresStockFeed.Reading reading) throws SQLException {
    SQLException busy = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        return takeLasting();
      } catch (SQLException failed) {
        if (!OBJECT_IN_USE.equals(failed.getSQLState())
            && !DUPLICATE_OBJECT.equals(failed.getSQLState())) {
          throw failed;
        }
        busy = failed;
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }
    if (reading == PostgresStockFeed.Reading.LASTING_SLOT && busy != null) {
      throw new SlotTakenException(busy);
    }
    return takeOwn();
  }

  private Taken takeLasting() throws SQLException {
    boolean fresh = slot.ensure(ordinary);
    FeedSlot.Look look = slot.look(ordinary);
    PGReplicationStream stream = start(slot.name());
    return new Taken(stream, true, fresh ? Long.MAX_VALUE : look.confirmed());
  }

  private Taken takeOwn() throws SQLException {
    byte[] random = new byte[6];
    ThreadLocalRandom.current().nextBytes(random);
    String name = slot.name() + "_" + HexFormat.of().formatHex(random);
    streaming
        .unwrap(PGConnection.class)
        .getReplicationAPI()
        .createReplicationSlot()
        .logical()
        .withSlotName(name)
        .withOutputPlugin("pgoutput")
        .withTemporaryOption()
        .make();
    return new Taken(start(name), false, Long.MAX_VALUE);
  }

  private PGReplicationStream start(String name) throws SQLException {
    return streaming
        .unwrap(PGConnection.class)
        .getReplicationAPI()
        .replicationStream()
        .logical()
        .withSlotName(name)
        .withSlotOption("proto_version", PgOutput.PROTOCOL)
        .withSlotOption("publication_names", "holdfast_feed")
        .withSlotOption("messages", true)
        .withStatusInterval(CONFIRM_MILLIS, TimeUnit.MILLISECONDS)
        .start();
  }

  boolean isLasting() {
    return taken.lasting();
  }

  /** Whether something may have been committed since that is not going to be told here. */
  boolean missedSomething(@Nullable Place before) {
    return before == null || !before.history().equals(history) || taken.from() > before.reached();
  }

  /** Tells everything as it is now; its end is told once the stream has caught up with it. */
  void readPicture() throws SQLException {
    PostgresSnapshots.read(ordinary, listener);
    picture = PostgresSnapshots.here(ordinary);
    // Silence is counted from here: nobody listened meanwhile.
    heardNanos = System.nanoTime();
  }

  /** Tells changes until closed or the connection is lost. */
  void read(CountDownLatch closed) throws SQLException {
    Heartbeat heartbeat = new Heartbeat(login, this::beat);
    try {
      while (closed.getCount() > 0) {
        ByteBuffer message = taken.stream().read();
        heardNanos = System.nanoTime();
        FeedMark mark = message == null ? null : output.read(message);
        if (mark != null) {
          reached(mark);
        }
      }
    } finally {
      heartbeat.close();
    }
  }

  private void reached(FeedMark mark) {
    FeedMark end = picture;
    if (end == null) {
      listener.reached(mark);
    } else if (mark.place() >= end.place()) {
      picture = null;
      listener.snapshotEnds(mark);
    } else {
      return;
    }
    reached = mark.place();
    LogSequenceNumber confirmed = LogSequenceNumber.valueOf(mark.place());
    taken.stream().setFlushedLSN(confirmed);
    taken.stream().setAppliedLSN(confirmed);
  }

  /** How far changes were told; null before the end of the first picture. */
  @Nullable Place place() {
    return reached == 0 ? null : new Place(history, reached);
  }

  private void beat(Connection connection) throws SQLException {
    if (System.nanoTime() - heardNanos > SILENCE.toNanos()) {
      abort();
    }
    if (beats++ % BEATS_PER_LOOK == 0) {
      FeedSlot.Look look = slot.look(connection);
      retained.accept(look.retainedBytes());
      boolean free = look.state() == FeedSlot.State.FREE || look.state() == FeedSlot.State.LOST;
      if (!taken.lasting() && free && freeBefore) {
        // Nobody reads from the lasting slot any more: this node does, after connecting anew.
        abort();
      }
      freeBefore = free;
    }
  }

  /** Cuts the stream off, from any thread: {@link #read} fails. */
  void abort() {
    PostgresStockFeed.cut(streaming);
  }

  @Override
  public void close() {
    PostgresStockFeed.cut(streaming);
    PostgresStockFeed.cut(ordinary);
  }
}
