package dev.holdfast.bench.audit;

import java.util.List;

/** Invariants 4 and 7 for reservations: one end each, all lines together, in time. */
final class ReservationChecks {
  private static final String FIND_OUT =
      "Look at the reservation and at the history of its positions. Count the shelf where stock was"
          + " given back twice or not at all, and keep the database as it is for analysis.";

  private static final String ROWS =
      """
      select v.n, client_id, null, 'reservation ' || id, v.found, v.expected
      from (
        select *, (${STATES})[state + 1] as label,
          cardinality(position_ids) > 0 and cardinality(position_ids) = cardinality(quantities)
            and 0 < all(quantities) and array_position(position_ids, null) is null as has_lines
        from reservation) r
      cross join lateral (values
        (1, label is null or (state = 0) <> (settled_at is null) or not has_lines
            or settled_at < created_at,
          format('state %s (%s), made %s, ended %s, positions %s, quantities %s', state, label,
            created_at, settled_at, position_ids, quantities),
          'a state from 0 to 3, an end only when it is over, and a quantity above 0 per position'),
        (2, state = 3 and settled_at < expires_at, 'expired at ' || settled_at,
          'not before ' || expires_at),
        (3, state = 1 and settled_at >= expires_at, 'confirmed at ' || settled_at,
          'before it was over at ' || expires_at),
        (4, state = 0 and expires_at < now() - interval '30 seconds',
          'active at ' || now(), 'expired within 30 s after ' || expires_at))
        v(n, broken, found, expected)
      where (label is null or (state = 0) <> (settled_at is null) or not has_lines
        or settled_at < created_at or state = 3 and settled_at < expires_at
        or state = 1 and settled_at >= expires_at
        or state = 0 and expires_at < now() - interval '30 seconds') and v.broken
      """;

  /** Lines and entries as one heap of counters: whatever does not come out at 0 has no partner. */
  private static final String PARTNERS =
      """
      select case when kind = 3 then 1 else 2 end, client_id, position_id,
        coalesce('reservation ' || id, 'no reservation'),
        case when sum(n) > 0
          then format('no entry "%s" of %s for %s of its lines', (${KINDS})[kind], quantity, sum(n))
          else format('%s entries "%s" of %s without a line', -sum(n), (${KINDS})[kind], quantity)
        end,
        case when kind = 3 then 'one entry for each line'
          else 'one entry for each line, as the reservation ended' end
      from (
        select r.client_id, r.id, k.kind, l.position_id, l.quantity, 1 as n
        from reservation r
        cross join lateral unnest(r.position_ids, r.quantities) l(position_id, quantity)
        cross join lateral (values (3),
          (case r.state when 1 then 13 when 2 then 4 when 3 then 5 end)) k(kind)
        where k.kind is not null
        union all
        select client_id, subject, kind, position_id,
          case when kind = 3 then reserved_delta else -reserved_delta end, -1
        from ledger_entry where kind in (3, 4, 5, 13)) x
      group by client_id, id, kind, position_id, quantity having sum(n) <> 0
      """;

  private static final String MOMENTS =
      """
      select 1, e.client_id, e.position_id, 'reservation ' || r.id,
        format('entry %s "%s" at %s', e.version, (${KINDS})[e.kind], e.at),
        case when e.kind = 3 then r.created_at || ', when it was made'
          else r.settled_at || ', when it ended' end
      from ledger_entry e join reservation r on r.client_id = e.client_id and r.id = e.subject
      where (e.kind = 3 and e.at <> r.created_at)
        or (e.kind in (4, 5, 13) and e.at <> r.settled_at)
      """;

  private ReservationChecks() {}

  static List<Question> questions() {
    return List.of(rows(), partners(), moments());
  }

  private static Question rows() {
    String states = "array['active', 'confirmed', 'released', 'expired']";
    return new Question(
        ROWS.replace("${STATES}", states),
        new Check(4, "a reservation has lines and one state", Examined.RESERVATIONS, FIND_OUT),
        new Check(
            4,
            "no reservation expired early",
            Examined.RESERVATIONS,
            "Its holder lost it before its time. Look whether the stock was sold to somebody else;"
                + " if not, reserve it again for the holder."),
        new Check(
            4,
            "no reservation was confirmed late",
            Examined.RESERVATIONS,
            "The goods went out although the claim was over. Count the shelf there."),
        new Check(
            4,
            "no active reservation is more than 30 s overdue",
            Examined.RESERVATIONS,
            "Its stock is withheld from sale. Start a server (./holdfast up); if one runs, look for"
                + " expiry in ./holdfast logs. After a start it needs a moment to catch up."));
  }

  private static Question partners() {
    return new Question(
        PARTNERS,
        new Check(4, "every line was reserved once", Examined.RESERVATIONS, FIND_OUT),
        new Check(
            4, "every line ended once, as its reservation did", Examined.RESERVATIONS, FIND_OUT));
  }

  private static Question moments() {
    return new Question(
        MOMENTS,
        new Check(7, "a reservation's entries are of one moment", Examined.RESERVATIONS, FIND_OUT));
  }
}
