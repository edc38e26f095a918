-- A client's days. With a place, an order counts where it ships from: once in each of two places.
select placed::date as day,
  count(*) filter (where state <> 'refused'
    and case when :'location' = '' then order_row = 1 else part = 1 end) as orders,
  count(*) filter (where state <> 'refused' and (:'location' <> '' or ordered > 0)) as lines,
  coalesce(sum(ordered) filter (where state <> 'refused'), 0) as ordered,
  sum(filled) as filled,
  sum(amount) as revenue,
  count(*) filter (where shipments > 1 and state not in ('refused', 'cancelled')
    and case when :'location' = '' then order_row = 1 else part = 1 end) as split,
  count(*) filter (where part = 1 and state not in ('refused', 'cancelled')) as shipments,
  sum(cartons) as cartons,
  sum(shipping) as shipping,
  count(*) filter (where part = 1 and ship_seconds is not null) as shipped,
  count(*) filter (where part = 1 and on_time) as on_time,
  count(*) filter (where state = 'refused') as refusals
from order_line
where client = :'client'
  and month between left(:'from', 7) and left(:'to', 7)
  and placed >= :'from'::date and placed < :'to'::date + interval 1 day
  and (:'location' = '' or location = :'location')
group by 1
