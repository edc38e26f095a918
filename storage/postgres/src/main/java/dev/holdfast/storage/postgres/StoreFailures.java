package dev.holdfast.storage.postgres;

import dev.holdfast.storage.api.StoreUnavailableException;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Tells a store that cannot be asked just now from a mistake of ours, which must stay visible. */
final class StoreFailures {
  private StoreFailures() {}

  /**
   * Does work on the store.
   *
   * @throws StoreUnavailableException when there was no connection in time, it broke, or the server
   *     gave the statement up; every other failure is a bug and passes through
   */
  static <T> T asking(Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbiException failed) {
      SQLException cause = sqlCause(failed);
      if (cause != null && SqlStates.isUnavailable(cause)) {
        throw unavailable(failed);
      }
      throw failed;
    }
  }

  /** Whether another transaction was in the way and the same work may be done again. */
  static boolean isConflict(JdbiException failed) {
    SQLException cause = sqlCause(failed);
    return cause != null && SqlStates.isConflict(cause);
  }

  static StoreUnavailableException unavailable(Throwable cause) {
    return new StoreUnavailableException(
        "The store did not answer in time. Try again in a moment.", cause);
  }

  /** What the database said; null when it was not asked. */
  static @Nullable SQLException sqlCause(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
