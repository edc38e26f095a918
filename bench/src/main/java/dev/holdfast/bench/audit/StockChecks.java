package dev.holdfast.bench.audit;

import java.util.List;

/** Invariants 1 and 2: positions against their ledger and their reservations. */
final class StockChecks {
  private static final String CORRECT_POSITION =
      "The ledger is the record. Stop the servers, set the position to what the ledger says as the"
          + " database's owner, then count the shelf. If many are wrong, restore a backup instead.";

  private static final String SUMS =
      """
      select v.n, client_id, id, null, v.found, v.expected
      from (
        select p.client_id, p.id, p.on_hand, p.reserved, coalesce(s.on_hand, 0) as on_hand_sum,
          coalesce(s.reserved, 0) as reserved_sum
        from position p left join (
          select position_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved
          from ledger_entry group by position_id) s on s.position_id = p.id) x
      cross join lateral (values
        (1, on_hand <> on_hand_sum, 'on hand ' || on_hand,
          on_hand_sum || ', the sum of its ledger entries'),
        (2, reserved <> reserved_sum, 'reserved ' || reserved,
          reserved_sum || ', the sum of its ledger entries')) v(n, broken, found, expected)
      where (on_hand <> on_hand_sum or reserved <> reserved_sum) and v.broken
      """;

  private static final String CLAIMS =
      """
      select 1, coalesce(p.client_id, c.client_id), coalesce(p.id, c.position_id), null,
        'reserved ' || coalesce(p.reserved, 0),
        coalesce(c.quantity, 0) || ', the sum of ' || coalesce(c.claims, 0)
          || ' lines of active reservations'
      from position p full join (
        select l.position_id, min(r.client_id) as client_id, sum(l.quantity) as quantity,
          count(*) as claims
        from reservation r, unnest(r.position_ids, r.quantities) l(position_id, quantity)
        where r.state = 0 group by l.position_id) c on c.position_id = p.id
      where coalesce(p.reserved, 0) <> coalesce(c.quantity, 0)
      """;

  private static final String LAST_ENTRIES =
      """
      select 1, p.client_id, p.id, null,
        format('%s on hand, %s reserved, %s safety stock', p.on_hand, p.reserved, p.safety_stock),
        format('%s on hand, %s reserved, %s safety stock, as entry %s left it',
          coalesce(e.on_hand_after, 0), coalesce(e.reserved_after, 0),
          coalesce(e.safety_stock_after, 0), p.version)
      from position p
      left join ledger_entry e on e.position_id = p.id and e.version = p.version
      where (e.version is not null or p.version = 0)
        and (p.on_hand, p.reserved, p.safety_stock) is distinct from
          (coalesce(e.on_hand_after, 0), coalesce(e.reserved_after, 0),
            coalesce(e.safety_stock_after, 0))
      """;

  private static final String BOUNDS =
      """
      select v.n, client_id, id, null, format('on hand %s, reserved %s, safety stock %s,'
        || ' shortfall %s', on_hand, reserved, safety_stock, shortfall), v.expected
      from position
      cross join lateral (values
        (1, on_hand < 0 or reserved < 0 or safety_stock < 0 or reserved > on_hand + shortfall,
          'none negative, and no more reserved than on hand and shortfall together'),
        (2, shortfall <> greatest(0, reserved - on_hand),
          'shortfall ' || greatest(0, reserved - on_hand))) v(n, broken, expected)
      where (on_hand < 0 or reserved < 0 or safety_stock < 0 or reserved > on_hand + shortfall
        or shortfall <> greatest(0, reserved - on_hand)) and v.broken
      """;

  private static final String TAKEN =
      """
      select 1, client_id, position_id, 'entry ' || version,
        format('%s, which left %s on hand, %s reserved and %s safety stock',
          (${KINDS})[kind], on_hand_after, reserved_after, safety_stock_after),
        case when kind = 3 then 'reserved and safety stock together within on hand'
          else 'reserved within on hand' end
      from ledger_entry
      where on_hand_after < 0 or reserved_after < 0 or safety_stock_after < 0
        or (kind in (2, 3, 8) and reserved_after > on_hand_after)
        or (kind = 3 and reserved_after + safety_stock_after > on_hand_after)
      """;

  private StockChecks() {}

  static List<Question> questions() {
    return List.of(sums(), claims(), lastEntries(), bounds(), taken());
  }

  private static Question sums() {
    return new Question(
        SUMS,
        new Check(1, "on hand is the sum of the ledger", Examined.POSITIONS, CORRECT_POSITION),
        new Check(1, "reserved is the sum of the ledger", Examined.POSITIONS, CORRECT_POSITION));
  }

  private static Question claims() {
    return new Question(
        CLAIMS,
        new Check(
            1,
            "reserved is the sum of active reservations",
            Examined.POSITIONS,
            "Look at the position's history and its reservations. A claim that no active"
                + " reservation holds withholds stock; one that the position does not know may be"
                + " sold twice: stop selling that SKU there until both agree."));
  }

  private static Question lastEntries() {
    return new Question(
        LAST_ENTRIES,
        new Check(
            1, "a position is what its last entry left", Examined.POSITIONS, CORRECT_POSITION));
  }

  private static Question bounds() {
    return new Question(
        BOUNDS,
        new Check(
            2,
            "reserved is within on hand and shortfall",
            Examined.POSITIONS,
            "The SKU is oversold there. Stop selling it, count the shelf, release what cannot be"
                + " served, and put the schema's constraints back (checked below)."),
        new Check(
            2,
            "shortfall is exact",
            Examined.POSITIONS,
            "Count the shelf: a count sets the shortfall anew. Then see why a constraint let it"
                + " pass (checked below)."));
  }

  private static Question taken() {
    return new Question(
        TAKEN,
        new Check(
            2,
            "no promise, sale or transfer took what was not there",
            Examined.ENTRIES,
            "The entry oversold. Count the shelf, release what cannot be served, and put the"
                + " schema's constraints back (checked below)."));
  }
}
