-- An order counts in each category that it has, once for each of its shipments.
select category,
  count(distinct (order_number, shipment)) as orders,
  count(*) as lines,
  sum(ordered) as ordered,
  sum(filled) as filled,
  sum(amount) as revenue,
  sum(returned) as returned
from order_line
where client = :'client' and state <> 'refused'
  and placed_at >= :'from'::date - interval '1 day'
  and placed_at < :'to'::date + interval '2 days'
  and (placed_at at time zone zone)::date between :'from'::date and :'to'::date
group by 1
