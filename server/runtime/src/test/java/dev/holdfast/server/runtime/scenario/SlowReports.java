package dev.holdfast.server.runtime.scenario;

import dev.holdfast.server.runtime.RunningServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What reports should count of one client, computed the slow and obvious way: from the documents of
 * its orders and pick lists and from its ledger as they are in the tables, by the database's own
 * arithmetic and clocks. Shares nothing with what folds facts. Values by "cut | hour | location |
 * carrier | service | category | measure"; zeros are left out.
 */
final class SlowReports {
  /** One row per order; pieces only, so that thousandths are quantities times 1,000. */
  private static final String ORDERS =
      """
      with o as (select id, created_at, document::jsonb as doc, client_id from customer_order
        where client_id = ${CLIENT}),
      s as (select o.id, o.created_at, n as place, shipment as doc,
          ((shipment #>> '{parts,0,0}')::bigint & 1048575)::int as location,
          shipment ->> 'state' <> 'cancelled' as live
        from o, jsonb_array_elements(o.doc -> 'shipments') with ordinality x(shipment, n)),
      p as (select s.id, s.place, s.live, (part ->> 0)::bigint >> 20 as sku,
          (part ->> 1)::bigint as quantity, (told ->> 0)::int as line,
          case when s.doc ->> 'state' = 'returned' then (part ->> 1)::bigint
            else (told ->> 1)::bigint end as returned
        from s, jsonb_array_elements(s.doc -> 'parts') with ordinality a(part, i),
          jsonb_array_elements(s.doc -> 'lines') with ordinality b(told, j) where i = j),
      l as (select o.id, n - 1 as line, (line ->> 2)::numeric as ordered,
          (line ->> 3)::numeric as amount,
          coalesce((select sum(quantity) from p where p.id = o.id and p.live and p.line = n - 1), 0)
            as filled
        from o, jsonb_array_elements(o.doc -> 'lines') with ordinality x(line, n)),
      h as (select s.*, l.time_zone, date_trunc('hour', s.created_at at time zone l.time_zone) as hour
        from s join location l on l.id = s.location),
      """;

  private static final String CLIENT =
      """
      counted as (select 'client' as cut, h.hour, 0 as location, '' as carrier, '' as service,
          1 as orders, (select count(*) from l where l.id = o.id) as lines,
          (select sum(ordered) * 1000 from l where l.id = o.id) as ordered_units,
          (select sum(filled) * 1000 from l where l.id = o.id) as filled_units,
          (select sum(floor(amount * filled / ordered + 0.5)) from l where l.id = o.id) as revenue,
          ((select count(*) from s where s.id = o.id and s.live) > 1)::int as split_orders,
          (o.doc ->> 'state' = 'cancelled')::int as cancelled_orders
        from o join h on h.id = o.id and h.place = 1),
      """;

  private static final String SHIPPED =
      """
      sent as (select h.*, doc ->> 'carrier' as carrier, doc ->> 'service' as service,
          (doc ->> 'releasedAt')::timestamptz as released_at,
          (doc ->> 'shippedAt')::timestamptz as shipped_at from h where live),
      shipments as (select ${KEYS}, 1 as shipments,
          jsonb_array_length(doc -> 'cartons') as cartons,
          (doc ->> 'postageMinor')::bigint + (doc ->> 'cartonsMinor')::bigint as shipping_cost,
          (released_at is not null)::int as released,
          coalesce(floor(extract(epoch from released_at - created_at)), 0) as release_seconds,
          (shipped_at is not null)::int as shipped,
          coalesce(floor(extract(epoch from shipped_at - created_at)), 0) as ship_seconds,
          coalesce((shipped_at <= (doc ->> 'shipBy')::timestamptz)::int, 0) as on_time,
          coalesce((select sum(returned) * 1000 from p
            where p.id = sent.id and p.place = sent.place), 0) as returned_units
        from sent)
      """;

  private static final List<String> KEYS =
      List.of(
          "'client' as cut, hour, 0 as location, '' as carrier, '' as service",
          "'place' as cut, hour, location, '' as carrier, '' as service",
          "'service' as cut, hour, location, carrier, service");

  private static final String STOCK =
      """
      with e as (select e.kind, e.version, e.on_hand_delta * 1000 as units, e.note, s.category,
          l.id as location, date_trunc('hour', e.at at time zone l.time_zone) as hour
        from ledger_entry e join sku s on s.id = e.position_id >> 20
        join location l on l.id = e.position_id & 1048575 where e.client_id = ${CLIENT}),
      stock as (select 'stock' as cut, hour, location, '' as carrier, '' as service, category,
          case when kind = 1 then units end as received_units,
          case when kind in (2, 13) then -units end as sold_units,
          case when kind = 11 then units end as returned_units,
          case when kind = 6 and version > 1 or kind = 7
            or kind = 10 and note not like '%spoiled%' then -units end as shrinkage_units,
          case when kind = 10 and note like '%spoiled%' then -units end as spoiled_units,
          units as on_hand_units from e)
      """;

  private final RunningServer server;
  private final int client;

  SlowReports(RunningServer server, String clientCode) throws SQLException {
    this.server = server;
    String sql = "select 'id', id from holdfast.client where code = '" + clientCode + "'";
    this.client = server.ask(sql).get("id").intValue();
  }

  private static final String MEASURES =
      """
       select cut, hour, location, carrier, service, ${CATEGORY}, m.key, m.value::numeric
      from ${TABLE} t, jsonb_each_text(to_jsonb(t) - array['cut', 'hour', 'location', 'carrier',
        'service', 'category']) m where coalesce(m.value::numeric, 0) <> 0
      """;

  private Map<String, Long> ask(String with, String table) throws SQLException {
    String category = table.equals("stock") ? "category" : "''";
    String sql = with + MEASURES.replace("${TABLE}", table).replace("${CATEGORY}", category);
    return server.ask(sql.replace("${CLIENT}", Integer.toString(client)));
  }

  /** What should be counted. */
  Map<String, Long> expected() throws SQLException {
    Map<String, Long> all = new TreeMap<>(ask(STOCK, "stock"));
    String ended = CLIENT.strip();
    all.putAll(ask(ORDERS + ended.substring(0, ended.length() - 1), "counted"));
    for (String keys : KEYS) {
      all.putAll(ask(ORDERS + SHIPPED.replace("${KEYS}", keys), "shipments"));
    }
    return all;
  }

  /** What is counted at the finest grain, of the measures and cuts that this computes. */
  Map<String, Long> counted() throws SQLException {
    Map<String, Long> all =
        server.ask(
            """
            select (array['client', 'place', 'service', 'category', 'stock'])[cut + 1], start,
              location_id, carrier, service, category, m.key, m.value::bigint
            from holdfast.roll_up r, jsonb_each_text(to_jsonb(r) - array['client_id', 'cut', 'grain',
              'start', 'location_id', 'carrier', 'service', 'category', 'currency']) m
            where grain = 0 and client_id = ${CLIENT} and cut <> 3 and m.value <> '0'
              and m.key not in ('walk_mm', 'walk_lines', 'refusals', 'refused_units')
              and (cut in (0, 4) or m.key not in ('orders', 'lines', 'ordered_units',
                'filled_units', 'revenue', 'split_orders', 'cancelled_orders'))
            """
                .replace("${CLIENT}", Integer.toString(client)));
    return new TreeMap<>(all);
  }

  /** The sum of a measure over all time at a grain of the client as a whole. */
  long total(String measure, int grain) throws SQLException {
    return server
        .ask(
            "select 'all', coalesce(sum(%s), 0) from holdfast.roll_up where client_id = %d and cut = 0 and grain = %d"
                .formatted(measure, client, grain))
        .get("all");
  }
}
