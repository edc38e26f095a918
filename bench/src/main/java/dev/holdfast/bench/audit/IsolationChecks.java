package dev.holdfast.bench.audit;

import java.util.List;

/** Invariant 9 in the rows: everything of a client refers to that client's own. */
final class IsolationChecks {
  static final String LEAK =
      "Rows of two clients are mixed, which the program refuses to do. Stop the servers before"
          + " anybody reads them, keep the database as it is for analysis, and restore a backup.";

  private static final String POSITIONS =
      """
      select 1, p.client_id, p.id, 'position ' || p.id,
        format('SKU %s of client %s, location %s of client %s', p.id >> 20, s.client_id,
          p.id & 1048575, l.client_id),
        'both of client ' || p.client_id
      from position p
      left join sku s on s.id = p.id >> 20
      left join location l on l.id = (p.id & 1048575)
      where s.client_id is distinct from p.client_id or l.client_id is distinct from p.client_id
      """;

  private static final String ENTRIES =
      """
      select v.n, e.client_id, e.position_id, 'entry ' || e.version, v.found, v.expected
      from ledger_entry e
      join position p on p.id = e.position_id
      left join api_key k on k.id = e.actor
      cross join lateral (values
        (1, e.client_id <> p.client_id, 'a position of client ' || p.client_id,
          'one of client ' || e.client_id),
        (2, e.actor <> 0 and k.client_id is distinct from e.client_id,
          format('made by key %s of client %s', e.actor, k.client_id),
          'a key of client ' || e.client_id || ', or 0 for the system'))
        v(n, broken, found, expected)
      where (e.client_id <> p.client_id
        or e.actor <> 0 and k.client_id is distinct from e.client_id) and v.broken
      """;

  private static final String LINES =
      """
      select case when x.kind = 'reservation' then 1 else 2 end, x.client_id, x.position_id,
        x.kind || ' ' || x.id, coalesce('a position of client ' || p.client_id, 'no position'),
        'a position of client ' || x.client_id
      from (
        select 'reservation' as kind, r.client_id, r.id, unnest(r.position_ids) as position_id
        from reservation r
        union all
        select 'transfer', t.client_id, t.id, unnest(t.position_ids) from transfer t) x
      left join position p on p.id = x.position_id
      where p.client_id is distinct from x.client_id
      union all
      select 2, t.client_id, null, 'transfer ' || t.id,
        format('to location %s of client %s', t.to_location, l.client_id),
        'a location of client ' || t.client_id
      from transfer t left join location l on l.id = t.to_location
      where l.client_id is distinct from t.client_id
      """;

  private static final String BARCODES =
      """
      select 1, b.client_id, null, 'barcode ' || b.barcode,
        format('SKU %s of client %s', b.sku_id, s.client_id), 'a SKU of client ' || b.client_id
      from sku_barcode b left join sku s on s.id = b.sku_id
      where s.client_id is distinct from b.client_id
      """;

  private static final String WEBHOOKS =
      """
      select 1, c.client_id, c.position_id, 'webhook ' || c.webhook_id,
        format('a webhook of client %s, a position of client %s', w.client_id, p.client_id),
        'both of client ' || c.client_id
      from webhook_cursor c
      left join webhook w on w.id = c.webhook_id
      left join position p on p.id = c.position_id
      where w.client_id is distinct from c.client_id or p.client_id is distinct from c.client_id
      """;

  private static final String THRESHOLDS =
      """
      select 1, t.client_id, t.position_id, 'thresholds',
        format('SKU %s of client %s, location %s of client %s', t.position_id >> 20, s.client_id,
          t.position_id & 1048575, l.client_id),
        'both of client ' || t.client_id
      from threshold t
      left join sku s on s.id = t.position_id >> 20
      left join location l on l.id = t.position_id & 1048575
      where s.client_id is distinct from t.client_id or l.client_id is distinct from t.client_id
      """;

  private IsolationChecks() {}

  static List<Question> questions() {
    return List.of(positions(), entries(), lines(), barcodes(), webhooks(), thresholds());
  }

  private static Question positions() {
    return new Question(
        POSITIONS,
        new Check(
            9, "positions are of their client's SKUs and locations", Examined.POSITIONS, LEAK));
  }

  private static Question entries() {
    return new Question(
        ENTRIES,
        new Check(9, "entries are of their client's positions", Examined.ENTRIES, LEAK),
        new Check(9, "entries were made by their client's keys", Examined.ENTRIES, LEAK));
  }

  private static Question lines() {
    return new Question(
        LINES,
        new Check(9, "reservations hold their client's positions", Examined.RESERVATIONS, LEAK),
        new Check(9, "transfers move between their client's positions", Examined.TRANSFERS, LEAK));
  }

  private static Question barcodes() {
    return new Question(
        BARCODES, new Check(9, "barcodes are of their client's SKUs", Examined.BARCODES, LEAK));
  }

  private static Question webhooks() {
    return new Question(
        WEBHOOKS,
        new Check(9, "webhooks are told of their client's positions", Examined.WEBHOOKS, LEAK));
  }

  private static Question thresholds() {
    return new Question(
        THRESHOLDS,
        new Check(9, "thresholds are of their client's positions", Examined.THRESHOLDS, LEAK));
  }
}
