-- A client's days. With a place, an order counts where it ships from: once in each of two places.
select (placed_at at time zone zone)::date as day,
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
  count(*) filter (where part = 1 and shipped_at is not null) as shipped,
  count(*) filter (where part = 1 and shipped_at <= ship_by and arrival <= promised) as on_time,
  count(*) filter (where state = 'refused') as refusals
from order_line
where client = :'client'
  and placed_at >= :'from'::date - interval '1 day'
  and placed_at < :'to'::date + interval '2 days'
  and (placed_at at time zone zone)::date between :'from'::date and :'to'::date
  and (:'location' = '' or location = :'location')
group by 1
