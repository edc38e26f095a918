package dev.holdfast.bench.audit;

import java.util.List;

/** Invariants 5, 6 and 7 for stored outcomes: what was answered is what the ledger holds, once. */
final class OutcomeChecks {
  /** Whoever was answered can be asked to send the same command with the same key again. */
  private static final String LOST =
      "Something was acknowledged that the ledger does not hold. If a standby was promoted or a"
          + " backup restored, commands from its last moments are gone: tell the client which keys."
          + " Otherwise keep the database as it is for analysis.";

  private static final String TWICE =
      "Count the shelf at that position: the command may have been applied twice. Keep the database"
          + " as it is for analysis.";

  private static final String ONCE =
      """
      select 1, client_id, null, 'key ' || idempotency_key, count(*) || ' outcomes', 'one'
      from command_outcome group by client_id, idempotency_key having count(*) > 1
      """;

  /**
   * Lines of outcomes beside the entries that they are about. An extension names the balances that
   * it met, so only what was decided when its reservation was made counts as an effect. What an
   * order's change moved belongs to reservations of the order, to what it took over (released), or
   * to the order itself.
   */
  private static final String EFFECTS =
      """
      with file as materialized (select distinct client_id, at from (${IMPORTED}) o),
      claim as (
        select *, row_number() over (
          partition by position_id, version order by client_id, idempotency_key) as nth
        from (
          select o.client_id, o.idempotency_key, o.at, o.subject, position_id,
            l[i + 1] as quantity, l[i + 2] as on_hand, l[i + 3] as reserved,
            l[i + 4] as safety_stock, l[i + 5] as shortfall, l[i + 6] as version,
            c.id is not null as by_order
          from (${DONE}) o
          left join customer_order c on c.client_id = o.client_id and c.id = o.subject
          left join reservation r on r.client_id = o.client_id and r.id = o.subject
          cross join lateral unnest(l) with ordinality u(position_id, i)
          where i % 7 = 1 and not (o.expires and coalesce(r.created_at <> o.at, false))) x)
      select v.n, coalesce(c.client_id, e.client_id), coalesce(c.position_id, e.position_id),
        coalesce('key ' || c.idempotency_key, 'entry ' || e.version), v.found, v.expected
      from ledger_entry e
      full join claim c on c.position_id = e.position_id and c.version = e.version
      left join file i on i.client_id = e.client_id and i.at = e.at
      cross join lateral (select
        c.nth is null and i.at is null and e.at >= now() - :days * interval '1 day' as unasked,
        case when e.kind in (1, 7, 9, 11) then e.on_hand_delta
          when e.kind in (2, 8, 10) then -e.on_hand_delta
          when e.kind = 3 then e.reserved_delta
          when e.kind in (4, 5, 13) then -e.reserved_delta
          when e.kind = 6 then e.on_hand_after else e.safety_stock_after end as quantity,
        greatest(0, e.reserved_after - e.on_hand_after) as shortfall) f
      cross join lateral (select c.nth is not null and e.version is not null and (
          (e.at, e.on_hand_after, e.reserved_after, e.safety_stock_after, f.shortfall, f.quantity)
            <> (c.at, c.on_hand, c.reserved, c.safety_stock, c.shortfall, c.quantity)
          or e.subject is distinct from c.subject and not coalesce(c.by_order, false)
          or c.by_order and not (e.kind = 4 or e.subject = c.subject or exists (
            select from reservation h where h.client_id = c.client_id and h.id = e.subject
              and h.order_id = c.subject))) as unlike) u
      cross join lateral (values
        (1, c.nth > 1, 'entry ' || c.version || ' as the effect of several keys', 'of one'),
        (2, e.version is null, 'no entry ' || c.version, 'the entry that was answered'),
        (3, u.unlike, format('entry %s: "%s" %s at %s for %s, which left %s on hand, %s reserved,'
            || ' %s safety stock', e.version, (${KINDS})[e.kind], f.quantity, e.at,
            coalesce(e.subject::text, 'nothing'), e.on_hand_after, e.reserved_after,
            e.safety_stock_after),
          format('as answered: %s at %s for %s, which left %s on hand, %s reserved, %s safety stock'
            || ' and a shortfall of %s', c.quantity, c.at, coalesce(c.subject::text, 'nothing'),
            c.on_hand, c.reserved, c.safety_stock, c.shortfall)),
        (4, f.unasked, format('"%s" at %s that no outcome claims', (${KINDS})[e.kind], e.at),
          'the outcome of a command, or of an imported file'),
        (5, e.client_id <> c.client_id, 'a position of client ' || e.client_id,
          'one of client ' || c.client_id)) v(n, broken, found, expected)
      where (f.unasked or c.nth > 1 or e.version is null or u.unlike
        or e.client_id <> c.client_id) and v.broken
      """;

  private static final String SUBJECTS =
      """
      select v.n, client_id, null, 'key ' || idempotency_key, v.found, v.expected
      from (
        select o.client_id, o.idempotency_key, o.subject,
          r.id is null and t.id is null and c.id is null as missing, c.id is not null as by_order,
          array(select v from unnest(l) with ordinality u(v, i) where i % 7 = 1 order by i)
            as positions,
          array(select v from unnest(l) with ordinality u(v, i) where i % 7 = 2 order by i)
            as amounts,
          coalesce(r.position_ids, t.position_ids) as position_ids,
          coalesce(r.quantities, t.quantities) as quantities,
          array(select p >> 20 << 20 | t.to_location
            from unnest(t.position_ids) with ordinality u(p, n) order by n) as destinations
        from (${DONE}) o
        left join reservation r on r.client_id = o.client_id and r.id = o.subject
        left join transfer t on t.client_id = o.client_id and t.id = o.subject
        left join customer_order c on c.client_id = o.client_id and c.id = o.subject
        where o.subject is not null) x
      cross join lateral (values
        (1, missing, 'no reservation, transfer or order ' || subject, 'the one that was answered'),
        (2, not missing and not by_order and (amounts <> quantities
            or positions <> position_ids and positions <> destinations),
          format('lines of %s: %s', positions, amounts),
          format('all lines of %s: %s: %s', subject, position_ids, quantities)))
        v(n, broken, found, expected)
      where (missing or amounts <> quantities or positions <> position_ids) and v.broken
      """;

  private static final String HALF =
      """
      select 1, client_id, null, 'key ' || idempotency_key,
        entries || ' of its ' || lines || ' lines in the ledger', 'all or none'
      from (
        select o.client_id, o.idempotency_key, count(*) as lines, count(e.version) as entries
        from (${DONE}) o
        cross join lateral unnest(l) with ordinality u(position_id, i)
        left join ledger_entry e on e.position_id = u.position_id and e.version = l[i + 6]
        where i % 7 = 1 and cardinality(l) > 7
        group by o.client_id, o.idempotency_key) x
      where entries > 0 and entries < lines
      """;

  private static final String FILES =
      """
      with i as materialized (${IMPORTED})
      select 1, i.client_id, null, 'key ' || i.idempotency_key,
        count(*) || ' counted positions in the ledger', i.applied || ', all rows of the file'
      from i
      join ledger_entry e on e.client_id = i.client_id and e.at = i.at
      where e.kind = 6 and e.note = 'import'
      group by i.client_id, i.idempotency_key, i.applied having count(*) <> i.applied
      """;

  /** What extensions and refusals looked at without changing it. */
  private static final String MENTIONS =
      """
      select v.n, m.client_id, m.position_id, 'key ' || m.idempotency_key, v.found, v.expected
      from (
        select o.client_id, o.idempotency_key, position_id, l[i + 6] as version,
          l[i + 2] as on_hand, l[i + 3] as reserved, l[i + 4] as safety_stock
        from (${EXPIRING}) o
        join reservation r on r.client_id = o.client_id and r.id = o.subject
        cross join lateral unnest(l) with ordinality u(position_id, i)
        where i % 7 = 1 and r.created_at <> o.at
        union all
        select client_id, idempotency_key, position_id, l[i + 3], null, null, null
        from (${REFUSED}) o cross join lateral unnest(l) with ordinality u(position_id, i)
        where i % 6 = 2) m
      left join ledger_entry e on e.position_id = m.position_id and e.version = m.version
      left join sku s on s.id = m.position_id >> 20
      left join location a on a.id = (m.position_id & 1048575)
      cross join lateral (values
        (1, m.version > 0 and (e.version is null
            or m.on_hand is not null and (m.on_hand, m.reserved, m.safety_stock) is distinct from
              (e.on_hand_after, e.reserved_after, e.safety_stock_after)),
          case when e.version is null then 'no entry ' || m.version
            else format('entry %s left %s', m.version,
              (e.on_hand_after, e.reserved_after, e.safety_stock_after)) end,
          'the balance that was answered'
            || coalesce(' ' || case when m.on_hand is not null
              then (m.on_hand, m.reserved, m.safety_stock)::text end, '')),
        (2, s.client_id is distinct from m.client_id or a.client_id is distinct from m.client_id,
          'a SKU or location of another client, or none', 'one of its own'))
        v(n, broken, found, expected)
      where (m.version > 0 and (e.version is null
          or m.on_hand is not null and (m.on_hand, m.reserved, m.safety_stock) is distinct from
            (e.on_hand_after, e.reserved_after, e.safety_stock_after))
        or s.client_id is distinct from m.client_id or a.client_id is distinct from m.client_id)
        and v.broken
      """;

  private OutcomeChecks() {}

  static List<Question> questions() {
    return List.of(once(), effects(), subjects(), half(), files(), mentions());
  }

  private static Question once() {
    return new Question(
        ONCE, new Check(5, "one outcome per client and key", Examined.OUTCOMES, TWICE));
  }

  private static Question effects() {
    return Question.ofOutcomes(
        EFFECTS,
        new Check(5, "no change was answered twice", Examined.ENTRIES, TWICE),
        new Check(6, "every acknowledged line is in the ledger", Examined.OUTCOMES, LOST),
        new Check(
            5,
            "answers and ledger say the same",
            Examined.OUTCOMES,
            "The ledger is the record; the client was told something else. Tell it, and keep the"
                + " database as it is for analysis."),
        new Check(
            5,
            "every entry was answered or imported",
            Examined.ENTRIES,
            "An effect without an outcome can be applied again by a retry. If outcomes are kept for"
                + " less than the days that this audit assumes, say so with --idempotency-days."),
        new Check(
            9,
            "answers name positions of their own client",
            Examined.OUTCOMES,
            IsolationChecks.LEAK));
  }

  private static Question subjects() {
    return Question.ofOutcomes(
        SUBJECTS,
        new Check(
            6, "every acknowledged reservation, transfer or order exists", Examined.OUTCOMES, LOST),
        new Check(
            7,
            "answers name every line of their reservation or transfer",
            Examined.OUTCOMES,
            LOST));
  }

  private static Question half() {
    return Question.ofOutcomes(
        HALF, new Check(7, "no command is in the ledger by half", Examined.OUTCOMES, LOST));
  }

  private static Question files() {
    return Question.ofOutcomes(
        FILES,
        new Check(
            7,
            "no imported file is in the ledger by half",
            Examined.OUTCOMES,
            "Import the file again with a new key: it sets what is there, so what is right"
                + " stays as it is."));
  }

  private static Question mentions() {
    return Question.ofOutcomes(
        MENTIONS,
        new Check(6, "answers name balances that the ledger knows", Examined.OUTCOMES, LOST),
        new Check(
            9,
            "refusals name positions of their own client",
            Examined.OUTCOMES,
            IsolationChecks.LEAK));
  }
}
