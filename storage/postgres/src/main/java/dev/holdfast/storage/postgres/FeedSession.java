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
  private final boolean missed;

  /** Where the picture that was read ends; 0 once it is told. */
  private long pictureEnd;

  /** Transactions from before this one may be told but not in the picture; null for none. */
  private volatile @Nullable String unsettled;

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
      PostgresStockFeed.Reading reading,
      @Nullable Place before)
      throws SQLException {
    this.login = login;
    this.ordinary = ordinary;
    this.streaming = streaming;
    this.listener = listener;
    this.retained = retained;
    this.history = PostgresSnapshots.history(ordinary);
    this.slot = FeedSlot.of(ordinary);
    this.output = new PgOutput(listener);
    this.taken = take(reading, before != null && before.history().equals(history));
    this.missed =
        before == null || !before.history().equals(history) || taken.from() > before.reached();
  }

  /**
   * Connects.
   *
   * @param before how far an earlier session got; null for none
   */
  static FeedSession open(
      FeedLogin login,
      PostgresStockFeed.Reading reading,
      FeedListener listener,
      LongConsumer retained,
      @Nullable Place before)
      throws SQLException {
    Connection ordinary = login.open();
    try {
      Connection streaming = login.openStream();
      try {
        return new FeedSession(login, ordinary, streaming, listener, retained, reading, before);
      } catch (SQLException | RuntimeException failed) {
        PostgresStockFeed.cut(streaming);
        throw failed;
      }
    } catch (SQLException | RuntimeException failed) {
      PostgresStockFeed.cut(ordinary);
      throw failed;
    }
  }

  private Taken take(PostgresStockFeed.Reading reading, boolean replays) throws SQLException {
    SQLException busy = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        return takeLasting(replays);
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

  private Taken takeLasting(boolean replays) throws SQLException {
    boolean fresh = slot.ensure(ordinary, replays);
    PGReplicationStream stream = start(slot.name());
    // Only now does nobody else move it on.
    FeedSlot.Look look = slot.look(ordinary);
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

  /** The server's process that decodes the log for this session. */
  int decoder() throws SQLException {
    return streaming.unwrap(PGConnection.class).getBackendPID();
  }

  boolean isLasting() {
    return taken.lasting();
  }

  /** Whether something may have been committed since that is not going to be told here. */
  boolean missedSomething() {
    return missed;
  }

  /** Tells everything as it is now; its end is told once the stream has caught up with it. */
  void readPicture() throws SQLException {
    unsettled = PostgresSnapshots.read(ordinary, listener).unsettled();
    // Whoever changed a SKU before the picture is told again by the stream, the old name first. The
    // picture ends where the last name has come.
    pictureEnd = PostgresSnapshots.end(ordinary);
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
    if (pictureEnd == 0) {
      listener.reached(mark);
    } else if (mark.place() >= pictureEnd) {
      pictureEnd = 0;
      listener.snapshotEnds(mark);
    } else {
      return;
    }
    reached = mark.place();
    LogSequenceNumber confirmed = LogSequenceNumber.valueOf(mark.place());
    taken.stream().setFlushedLSN(confirmed);
    taken.stream().setAppliedLSN(confirmed);
  }

  /**
   * How far changes were told; null as long as the listener has no whole picture.
   *
   * @param before how far an earlier session got
   */
  @Nullable Place place(@Nullable Place before) {
    if (pictureEnd != 0 || unsettled != null) {
      return null;
    }
    return reached == 0 ? before : new Place(history, reached);
  }

  private void beat(Connection connection) throws SQLException {
    if (System.nanoTime() - heardNanos > SILENCE.toNanos()) {
      abort();
    }
    if (beats++ % BEATS_PER_LOOK == 0) {
      String open = unsettled;
      if (open != null && PostgresSnapshots.isSettled(connection, open)) {
        // What was still open when the picture was read is visible now: it is read again.
        abort();
      }
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
