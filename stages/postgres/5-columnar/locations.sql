select location,
  count(*) filter (where part = 1) as orders,
  count(*) as lines,
  sum(filled) as filled,
  sum(amount) as revenue,
  count(*) filter (where part = 1 and state <> 'cancelled') as shipments,
  sum(cartons) as cartons,
  sum(shipping) as shipping,
  count(*) filter (where part = 1 and ship_seconds is not null) as shipped,
  count(*) filter (where part = 1 and on_time) as on_time
from order_line
where client = :'client' and state <> 'refused'
  and month between left(:'from', 7) and left(:'to', 7)
  and placed >= :'from'::date and placed < :'to'::date + interval 1 day
group by 1
