package dev.holdfast.bench.audit;

import java.util.List;

/**
 * One statement that answers one or several checks in a single pass: it returns a row per violation
 * and nothing where all is well.
 *
 * <p>Its columns are: the number of the check, from 1; the client's number or null; the position's
 * or null; what else names the place, or null; what was found; what was expected.
 *
 * @param readsOutcomes whether it takes stored outcomes apart, which only works if all are readable
 */
record Question(String sql, boolean readsOutcomes, List<Check> checks) {
  Question(String sql, Check... checks) {
    this(Sql.filled(sql), false, List.of(checks));
  }

  static Question ofOutcomes(String sql, Check... checks) {
    return new Question(Sql.filled(sql), true, List.of(checks));
  }
}
