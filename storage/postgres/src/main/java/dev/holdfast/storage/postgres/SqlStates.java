package dev.holdfast.storage.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What an SQLSTATE means for a caller. Codes: PostgreSQL manual, appendix A. */
final class SqlStates {
  /** serialization_failure, deadlock_detected, unique_violation. */
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "23505");

  /** A lock was not got within lock_timeout: somebody holds it for long, such as an import. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /**
   * Classes of errors that the server answers to a statement it has then rolled back: feature,
   * case, cardinality, data, constraint, transaction state, rollback, syntax or right, limit,
   * state, procedure. Left out, because the server may be dying in the middle of a commit:
   * connection (08), resources (53), operator intervention (57), system (58), internal (XX).
   */
  private static final Set<String> ROLLED_BACK =
      Set.of("0A", "20", "21", "22", "23", "25", "40", "42", "54", "55", "P0");

  private static final String COMPLETION_UNKNOWN = "40003";

  private SqlStates() {}

  /** Whether the server surely undid the transaction, although a commit was sent along. */
  static boolean rolledBack(SQLException failed) {
    String state = failed.getSQLState();
    return state != null
        && state.length() == 5
        && !state.equals(COMPLETION_UNKNOWN)
        && ROLLED_BACK.contains(state.substring(0, 2));
  }

  /** Whether another transaction was in the way and the same work may succeed now. */
  static boolean isConflict(SQLException failed) {
    return failed.getSQLState() != null && CONFLICTS.contains(failed.getSQLState());
  }

  static boolean isUniqueViolation(SQLException failed) {
    return "23505".equals(failed.getSQLState());
  }

  /** Whether the server cannot be reached, is stopping or starting, or is out of resources. */
  static boolean isUnavailable(SQLException failed) {
    String state = failed.getSQLState();
    return failed instanceof SQLTransientConnectionException
        || state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || state.startsWith("58")
        || state.equals(LOCK_NOT_AVAILABLE)
        || state.equals("57014")
        || state.equals("25006");
  }
}
