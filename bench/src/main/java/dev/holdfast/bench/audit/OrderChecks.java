package dev.holdfast.bench.audit;

import java.util.List;

/** Invariant 10: the plan of an order and the stock that is held for it never disagree. */
final class OrderChecks {
  private static final String LOOK =
      "GET the order, and compare its shipments with its reservations. Nothing ships that is not"
          + " held: cancel the order and place it again, and keep the database as it is for analysis.";

  /** The shipments of every order, one row each, with the state that its reservation must have. */
  private static final String SHIPMENTS =
      """
      select o.client_id, o.id as order_id, o.number, (s.value ->> 'reservation')::uuid as id,
        s.value ->> 'state' as label,
        case when s.value ->> 'state' in ('placed', 'released', 'picking', 'packed') then 0
          when s.value ->> 'state' in ('shipped', 'delivered', 'returned') then 1
          when s.value ->> 'state' = 'cancelled' then 2 end as ends,
        array(select (p.value ->> 0)::bigint
          from json_array_elements(s.value -> 'parts') with ordinality p(value, n) order by n)
          as position_ids,
        array(select (p.value ->> 1)::bigint
          from json_array_elements(s.value -> 'parts') with ordinality p(value, n) order by n)
          as quantities
      from customer_order o
      cross join lateral json_array_elements(o.document -> 'shipments') s(value)
      """;

  private static final String PLANS =
      """
      with shipment as materialized (${SHIPMENTS})
      select 1, r.client_id, null, 'reservation ' || r.id,
        case when o.id is null then 'no order ' || r.order_id
          else format('order %s (%s) without a shipment that waits for it', o.number,
            o.document ->> 'state') end,
        'a live order whose plan names it'
      from reservation r
      left join customer_order o on o.client_id = r.client_id and o.id = r.order_id
      where r.order_id is not null and r.state = 0 and not exists (
        select from shipment s where s.client_id = r.client_id and s.order_id = r.order_id
          and s.id = r.id and s.ends = 0)
      union all
      select 2, s.client_id, null, format('order %s, shipment %s', s.number, s.id),
        case when r.id is null then 'no reservation of the order'
          else format('reservation in state %s of %s: %s', r.state, r.position_ids, r.quantities)
        end,
        format('state %s (%s) of %s: %s', s.ends, s.label, s.position_ids, s.quantities)
      from shipment s
      left join reservation r on r.client_id = s.client_id and r.id = s.id
        and r.order_id = s.order_id
      where (r.state, r.position_ids, r.quantities)
        is distinct from (s.ends::smallint, s.position_ids, s.quantities)
      union all
      select 2, client_id, null, 'reservation ' || id, count(*) || ' shipments', 'one'
      from shipment group by client_id, id having count(*) > 1
      union all
      select 3, client_id, null, 'order ' || number,
        format('%s at version %s in its document', document ->> 'state', document ->> 'version'),
        format('%s at version %s, as in its row', label, version)
      from (select *, (array['placed', 'released', 'picking', 'packed', 'shipped', 'delivered',
        'cancelled', 'returned'])[state + 1] as label from customer_order) o
      where (document ->> 'state', document ->> 'version', document ->> 'number')
        is distinct from (label, version::text, number)
      """;

  private OrderChecks() {}

  static List<Question> questions() {
    return List.of(
        new Question(
            PLANS.replace("${SHIPMENTS}", SHIPMENTS),
            new Check(10, "what is held for an order is in its plan", Examined.RESERVATIONS, LOOK),
            new Check(10, "a shipment holds exactly its lines", Examined.ORDERS, LOOK),
            new Check(
                10,
                "an order's row and document say the same",
                Examined.ORDERS,
                "Lists show the row, the page of the order shows its document. Change the order once"
                    + " more, which writes both; keep the database as it is for analysis first.")));
  }
}
