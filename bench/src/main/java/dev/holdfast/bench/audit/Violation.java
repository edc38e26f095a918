package dev.holdfast.bench.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A place where a promise is broken.
 *
 * @param client the client's number
 * @param position the position's number
 * @param place what else names the place, such as a reservation or a key
 * @param found what is there
 * @param expected what should be there
 */
record Violation(
    @Nullable Integer client,
    @Nullable Long position,
    @Nullable String place,
    String found,
    String expected) {

  /** Reads columns 2 to 6 of a question's row. */
  static Violation of(ResultSet row) throws SQLException {
    int client = row.getInt(2);
    boolean clientless = row.wasNull();
    long position = row.getLong(3);
    boolean nowhere = row.wasNull();
    return new Violation(
        clientless ? null : client,
        nowhere ? null : position,
        row.getString(4),
        String.valueOf(row.getString(5)),
        String.valueOf(row.getString(6)));
  }
}
