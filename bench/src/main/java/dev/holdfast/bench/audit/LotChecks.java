package dev.holdfast.bench.audit;

import java.util.List;

/** Invariant 11: what is left of lots is on hand, and nothing is kept past its day. */
final class LotChecks {
  private static final String COUNT =
      "Look at the shelf. Write off the lots that are not there, and count the position: then both"
          + " are right again. Keep the database as it is for analysis first.";

  /**
   * When goods last came, lots were settled to what was on hand; since then they only shrink. A lot
   * that has come back breaks the second.
   */
  private static final String REMAINS =
      """
      select 1, l.client_id, l.position_id, 'lot ' || l.lot,
        case when p.id is null then 'no position'
          else format('%s of %s remain', l.remaining, l.received) end,
        'a position of its client, and no more than was received'
      from lot l left join position p on p.id = l.position_id and p.client_id = l.client_id
      where p.id is null or l.remaining > l.received
      union all
      select 2, x.client_id, x.position_id, null, x.remaining || ' remain in lots',
        format('at most %s, on hand after entry %s brought goods', coalesce(e.on_hand_after, 0),
          coalesce(e.version, 0))
      from (select client_id, position_id, sum(remaining) as remaining from lot
        where remaining > 0 group by client_id, position_id) x
      left join (
        select distinct on (position_id) position_id, on_hand_after, version from ledger_entry
        where on_hand_delta > 0
        order by position_id, version desc) e on e.position_id = x.position_id
      where x.remaining > coalesce(e.on_hand_after, 0)
      """;

  private static final String OVER =
      """
      select 1, l.client_id, l.position_id, 'lot ' || l.lot,
        format('%s left, last day %s', least(l.remaining, p.on_hand - l.later), l.expires),
        'none a day after its last day'
      from (
        select client_id, position_id, lot, expires, remaining, coalesce(sum(remaining) over (
            partition by position_id order by expires desc, lot desc
            rows between unbounded preceding and 1 preceding), 0)::bigint as later
        from lot) l
      join position p on p.id = l.position_id
      join location w on w.id = (l.position_id & 1048575)::int
      where l.remaining > 0 and p.on_hand > l.later
        and l.expires < (now() at time zone w.time_zone)::date - 1
      """;

  private LotChecks() {}

  static List<Question> questions() {
    return List.of(
        new Question(
            REMAINS,
            new Check(11, "no lot remains beyond what came of it", Examined.LOTS, COUNT),
            new Check(11, "what remains in lots was on hand", Examined.LOTS, COUNT)),
        new Question(
            OVER,
            new Check(
                11,
                "nothing is left a day after its last day",
                Examined.LOTS,
                "The job that writes off what is over has not run for a day: see that a node with"
                    + " the role jobs is up and leads. Until then write the lot off by hand.")));
  }
}
