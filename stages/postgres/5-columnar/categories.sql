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
  and month between left(:'from', 7) and left(:'to', 7)
  and placed >= :'from'::date and placed < :'to'::date + interval 1 day
group by 1
