package dev.holdfast.bench.audit;

import java.util.Map;

/** Pieces that several statements share; a statement names them as {@code ${NAME}}. */
final class Sql {
  /** The program's roles, one row each: kind, name. Their names carry the database's. */
  static final String ROLES =
      "select kind, current_database() || '_' || kind as name"
          + " from unnest(array['app', 'writer', 'access', 'jobs', 'feed', 'audit']) kind";

  /** The kinds of ledger entries by number, as people call them. */
  private static final String KINDS =
      "array['received', 'sold', 'reserved', 'released', 'expired', 'counted', 'adjusted',"
          + " 'transferred out', 'transferred in', 'written off', 'returned', 'safety stock set',"
          + " 'confirmed']";

  /**
   * The lines of an outcome as one flat array of numbers. Its text is compact JSON with the lines
   * last, which the reader of all outcomes has made sure of.
   */
  private static final String LINES =
      "('{' || translate(substr(outcome, strpos(outcome, '\"lines\":[') + 9), '[]}', '')"
          + " || '}')::bigint[]";

  /**
   * Outcomes of commands that were done, without those of imported files. A line is 7 numbers:
   * position, quantity, and the balance left: on hand, reserved, safety stock, shortfall, version.
   * OFFSET 0 keeps the planner from taking the text apart once per use.
   */
  private static final String DONE =
      "select client_id, idempotency_key, at, (outcome::json ->> 'subject')::uuid as subject,"
          + " outcome like '%\"expires\":%' as expires, "
          + LINES
          + " as l from command_outcome where outcome not like '%\"refused\":%'"
          + " and outcome not like '%\"import\":%' offset 0";

  /** Done commands whose outcome names an expiry: reservations that were made or extended. */
  private static final String EXPIRING =
      DONE.replace(" offset 0", " and outcome like '%\"expires\":%' offset 0");

  /**
   * Refused commands. A line is 6 numbers: line, position, requested, available, version, reason.
   */
  private static final String REFUSED =
      "select client_id, idempotency_key, at, "
          + LINES
          + " as l from command_outcome where outcome like '%\"refused\":%' offset 0";

  /** Imported files: the time of all their entries, and how many rows they applied. */
  private static final String IMPORTED =
      "select client_id, idempotency_key, at, (outcome::json #>> '{import,1}')::bigint as applied"
          + " from command_outcome where outcome like '%\"import\":%' offset 0";

  private static final Map<String, String> PIECES =
      Map.of(
          "${ROLES}", ROLES,
          "${KINDS}", KINDS,
          "${DONE}", DONE,
          "${EXPIRING}", EXPIRING,
          "${REFUSED}", REFUSED,
          "${IMPORTED}", IMPORTED);

  private Sql() {}

  /** A statement with its pieces in place. */
  static String filled(String statement) {
    String filled = statement;
    for (Map.Entry<String, String> piece : PIECES.entrySet()) {
      filled = filled.replace(piece.getKey(), piece.getValue());
    }
    return filled;
  }
}
