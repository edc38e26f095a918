select carrier, service,
  count(*) filter (where part = 1 and state <> 'cancelled') as shipments,
  sum(cartons) as cartons,
  sum(shipping) as shipping,
  count(*) filter (where part = 1 and shipped_at is not null) as shipped,
  count(*) filter (where part = 1 and shipped_at <= ship_by and arrival <= promised) as on_time
from order_line
where client = :'client' and state <> 'refused'
  and placed_at >= :'from'::date - interval '1 day'
  and placed_at < :'to'::date + interval '2 days'
  and (placed_at at time zone zone)::date between :'from'::date and :'to'::date
  and (:'location' = '' or location = :'location')
group by 1, 2
