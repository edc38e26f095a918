select carrier, service,
  count(*) filter (where part = 1 and state <> 'cancelled') as shipments,
  sum(cartons) as cartons,
  sum(shipping) as shipping,
  count(*) filter (where part = 1 and ship_seconds is not null) as shipped,
  count(*) filter (where part = 1 and on_time) as on_time
from order_line
where client = :'client' and state <> 'refused'
  and month between left(:'from', 7) and left(:'to', 7)
  and placed >= :'from'::date and placed < :'to'::date + interval 1 day
  and (:'location' = '' or location = :'location')
group by 1, 2
