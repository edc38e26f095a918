package dev.holdfast.storage.postgres;

import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of the pgoutput plugin, protocol 1 with texts, and tells a listener what they
 * say. Layout: PostgreSQL manual, "Logical Replication Message Formats".
 */
final class PgOutput {
  /** Options of the stream that this reader understands. */
  static final String PROTOCOL = "1";

  /** The server counts microseconds from here. */
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final FeedListener listener;
  private final Map<Integer, Table> tables = new HashMap<>();

  /** A table, and which of our columns each column of a message is; -1 for none. */
  private record Table(FeedRows rows, List<Integer> places) {}

  PgOutput(FeedListener listener) {
    this.listener = listener;
  }

  /**
   * Reads one message.
   *
   * @return the mark that a commit reached; null for every other message
   */
  @Nullable FeedMark read(ByteBuffer message) throws SQLException {
    switch (message.get()) {
      case 'R' -> relation(message);
      case 'I' -> {
        int table = message.getInt();
        message.get();
        row(table, message);
      }
      case 'U' -> updated(message);
      case 'C' -> {
        message.get();
        message.getLong();
        long end = message.getLong();
        return new FeedMark(end, EPOCH.plus(message.getLong(), ChronoUnit.MICROS));
      }
      default -> {
        // Begin, type, origin, heartbeat and, as rows are never deleted, nothing else.
      }
    }
    return null;
  }

  private void relation(ByteBuffer message) throws SQLException {
    int id = message.getInt();
    text(message);
    String name = text(message);
    message.get();
    List<String> published = new ArrayList<>();
    int count = message.getShort();
    for (int i = 0; i < count; i++) {
      message.get();
      published.add(text(message));
      message.getInt();
      message.getInt();
    }
    for (FeedRows rows : FeedRows.values()) {
      if (rows.table().equals(name)) {
        tables.put(id, new Table(rows, places(rows.columns(), published)));
      }
    }
  }

  private static List<Integer> places(List<String> columns, List<String> published)
      throws SQLException {
    if (!published.containsAll(columns)) {
      throw new SQLException("the publication has " + published + " and should have " + columns);
    }
    return published.stream().map(columns::indexOf).toList();
  }

  private void updated(ByteBuffer message) throws SQLException {
    int table = message.getInt();
    byte kind = message.get();
    if (kind == 'K' || kind == 'O') {
      cells(message, List.of(), 0);
      kind = message.get();
    }
    row(table, message);
  }

  private void row(int id, ByteBuffer message) throws SQLException {
    Table table = tables.get(id);
    if (table == null) {
      throw new SQLException("a row of a table that was not described");
    }
    table.rows().tell(cells(message, table.places(), table.rows().columns().size()), listener);
  }

  private static String[] cells(ByteBuffer message, List<Integer> places, int wanted)
      throws SQLException {
    String[] cells = new String[wanted];
    int count = message.getShort();
    for (int i = 0; i < count; i++) {
      byte kind = message.get();
      if (kind == 't') {
        byte[] bytes = new byte[message.getInt()];
        message.get(bytes);
        if (i < places.size() && places.get(i) >= 0) {
          cells[places.get(i)] = new String(bytes, StandardCharsets.UTF_8);
        }
      } else if (kind == 'u' && i < places.size()) {
        throw new SQLException("a value was left out of the feed: see V4__feed.sql");
      }
    }
    return cells;
  }

  private static String text(ByteBuffer message) {
    int start = message.position();
    while (message.get() != 0) {
      // Texts of the protocol end with a zero.
    }
    byte[] bytes = new byte[message.position() - start - 1];
    message.get(start, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
