package dev.holdfast.bench.audit;

import java.util.List;

/** Invariants 6 and 7 for transfers: what left and what arrived is in the ledger, all at once. */
final class TransferChecks {
  private static final String FIND_OUT =
      "Look at the transfer and at the history of the positions at both ends. Count both shelves,"
          + " and keep the database as it is for analysis.";

  private static final String ROWS =
      """
      select 1, client_id, null, 'transfer ' || id,
        format('state %s, sent %s, ended %s, positions %s, quantities %s', state, sent_at,
          settled_at, position_ids, quantities),
        'a state from 0 to 2, an end only when it is over, and a quantity above 0 per position'
      from transfer
      where not (state between 0 and 2 and (state = 0) = (settled_at is null)
        and (settled_at is null or settled_at >= sent_at)
        and cardinality(position_ids) > 0 and cardinality(position_ids) = cardinality(quantities)
        and 0 < all(quantities) and array_position(position_ids, null) is null)
      """;

  /** Lines and entries as one heap of counters: whatever does not come out at 0 has no partner. */
  private static final String PARTNERS =
      """
      select 1, client_id, position_id, coalesce('transfer ' || id, 'no transfer'),
        case when sum(n) > 0
          then format('no entry "%s" of %s for %s of its lines', (${KINDS})[kind], quantity, sum(n))
          else format('%s entries "%s" of %s without a line', -sum(n), (${KINDS})[kind], quantity)
        end,
        'one entry for each line that left, and one for each that came to its end'
      from (
        select t.client_id, t.id, k.kind, k.position_id, l.quantity, 1 as n
        from transfer t
        cross join lateral unnest(t.position_ids, t.quantities) l(position_id, quantity)
        cross join lateral (values (8, l.position_id),
          (9, case t.state when 1 then (l.position_id >> 20 << 20) | t.to_location
            when 2 then l.position_id end)) k(kind, position_id)
        where k.position_id is not null
        union all
        select client_id, subject, kind, position_id, abs(on_hand_delta), -1
        from ledger_entry where kind in (8, 9)) x
      group by client_id, id, kind, position_id, quantity having sum(n) <> 0
      """;

  private static final String MOMENTS =
      """
      select 1, e.client_id, e.position_id, 'transfer ' || t.id,
        format('entry %s "%s" at %s', e.version, (${KINDS})[e.kind], e.at),
        case when e.kind = 8 then t.sent_at || ', when it was sent'
          else t.settled_at || ', when it ended' end
      from ledger_entry e join transfer t on t.client_id = e.client_id and t.id = e.subject
      where (e.kind = 8 and e.at <> t.sent_at) or (e.kind = 9 and e.at <> t.settled_at)
      """;

  private TransferChecks() {}

  static List<Question> questions() {
    return List.of(
        new Question(
            ROWS, new Check(6, "a transfer has lines and one state", Examined.TRANSFERS, FIND_OUT)),
        new Question(
            PARTNERS,
            new Check(6, "every transfer has exactly its entries", Examined.TRANSFERS, FIND_OUT)),
        new Question(
            MOMENTS,
            new Check(7, "a transfer's entries are of one moment", Examined.TRANSFERS, FIND_OUT)));
  }
}
