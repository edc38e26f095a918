package dev.holdfast.bench.audit;

import java.util.List;

/** Invariant 3: the entries of each position form one unbroken chain. */
final class LedgerChecks {
  private static final String RESTORE =
      "Entries were lost or changed outside the program, which cannot do that. Keep the database as"
          + " it is for analysis, find out who has the owner's login, and restore a backup or a"
          + " replica that audits clean.";

  private static final String DENSE =
      """
      select v.n, coalesce(p.client_id, s.client_id), coalesce(p.id, s.position_id), null, v.found,
        v.expected
      from position p full join (
        select position_id, min(client_id) as client_id, count(*) as entries,
          min(version) as first, max(version) as last
        from ledger_entry group by position_id) s on s.position_id = p.id
      cross join lateral (values
        (1, p.id is not null and (p.version <> coalesce(s.entries, 0)
            or p.version <> coalesce(s.last, 0) or coalesce(s.first, 1) <> 1),
          format('%s entries, of versions %s to %s', coalesce(s.entries, 0), coalesce(s.first, 0),
            coalesce(s.last, 0)),
          format('one each of versions 1 to %s, the position''s version', p.version)),
        (2, p.id is null, s.entries || ' entries of a position that does not exist',
          'the position')) v(n, broken, found, expected)
      where (p.version is distinct from s.entries or p.version is distinct from s.last
        or s.first <> 1) and v.broken
      """;

  private static final String CHAIN =
      """
      select v.n, client_id, position_id, 'entry ' || version, v.found, v.expected
      from (
        select *, lag(on_hand_after, 1, 0::bigint) over w as on_hand_before,
          lag(reserved_after, 1, 0::bigint) over w as reserved_before,
          lag(safety_stock_after, 1, 0::bigint) over w as safety_stock_before,
          lag(at) over w as at_before
        from ledger_entry window w as (partition by position_id order by version)) e
      cross join lateral (values
        (1, on_hand_after <> on_hand_before + on_hand_delta
            or reserved_after <> reserved_before + reserved_delta,
          format('on hand %s, reserved %s', on_hand_after, reserved_after),
          format('on hand %s%s, reserved %s%s: the balances before it and its changes',
            on_hand_before, to_char(on_hand_delta, 'FMSG9999999999999999990'),
            reserved_before, to_char(reserved_delta, 'FMSG9999999999999999990'))),
        (2, safety_stock_after <> safety_stock_before and kind <> 12,
          format('safety stock %s, left by "%s"', safety_stock_after, (${KINDS})[kind]),
          safety_stock_before || ', as before it'),
        (3, at < at_before, at::text,
          'not before ' || at_before || ', the time of the entry before'))
        v(n, broken, found, expected)
      where (on_hand_after <> on_hand_before + on_hand_delta
        or reserved_after <> reserved_before + reserved_delta
        or safety_stock_after <> safety_stock_before or at < at_before) and v.broken
      """;

  /** Kinds: 1 received, 2 sold, 3 reserved, 4 released, 5 expired, 6 counted, 7 adjusted, ... */
  private static final String KINDS_MOVE =
      """
      select 1, client_id, position_id, 'entry ' || version,
        format('"%s" that moved on hand by %s and reserved by %s%s', (${KINDS})[kind],
          on_hand_delta, reserved_delta,
          case when subject is null then '' else ', for ' || subject end),
        case
          when kind in (1, 9, 11) then 'on hand grows, reserved stays'
          when kind in (2, 8, 10) then 'on hand shrinks, reserved stays'
          when kind = 3 then 'reserved grows, on hand stays'
          when kind in (4, 5) then 'reserved shrinks, on hand stays'
          when kind in (6, 7) then 'reserved stays'
          when kind = 12 then 'nothing moves'
          when kind = 13 then 'both shrink by the same'
          else 'a kind from 1 to 13' end
          || case when kind in (3, 4, 5, 13) then ', for a reservation'
            when kind in (8, 9) then ', for a transfer' else ', for no reservation or transfer' end
      from ledger_entry
      where not (case
          when kind in (1, 9, 11) then on_hand_delta > 0 and reserved_delta = 0
          when kind in (2, 8, 10) then on_hand_delta < 0 and reserved_delta = 0
          when kind = 3 then on_hand_delta = 0 and reserved_delta > 0
          when kind in (4, 5) then on_hand_delta = 0 and reserved_delta < 0
          when kind in (6, 7) then reserved_delta = 0
          when kind = 12 then on_hand_delta = 0 and reserved_delta = 0
          when kind = 13 then on_hand_delta < 0 and reserved_delta = on_hand_delta
          else false end)
        or (subject is not null) <> (kind in (3, 4, 5, 8, 9, 13))
      """;

  private LedgerChecks() {}

  static List<Question> questions() {
    return List.of(dense(), chain(), kinds());
  }

  private static Question dense() {
    return new Question(
        DENSE,
        new Check(3, "versions are dense", Examined.POSITIONS, RESTORE),
        new Check(
            3,
            "every entry has its position",
            Examined.ENTRIES,
            "A position was deleted, which the program cannot do. Insert it again as the owner,"
                + " with the balances of its last entry, or restore a backup."));
  }

  private static Question chain() {
    return new Question(
        CHAIN,
        new Check(3, "balances chain", Examined.ENTRIES, RESTORE),
        new Check(3, "safety stock changes only where it is set", Examined.ENTRIES, RESTORE),
        new Check(
            3,
            "times do not go back",
            Examined.ENTRIES,
            "The database's clock was set back, or a standby with a slower clock took over. Keep"
                + " the clocks in step (chrony slews and never jumps); no stock is wrong by it."));
  }

  private static Question kinds() {
    return new Question(
        KINDS_MOVE,
        new Check(3, "every entry moves what its kind says", Examined.ENTRIES, RESTORE));
  }
}
