select start::date as day, sum(orders) as orders, sum(lines) as lines, sum(ordered_units) as ordered,
  sum(filled_units) as filled, sum(revenue) as revenue, sum(split_orders) as split,
  sum(shipments) as shipments, sum(cartons) as cartons, sum(shipping_cost) as shipping,
  sum(shipped) as shipped, sum(on_time) as on_time, sum(refusals) as refusals
from holdfast.roll_up
where client_id = :'client_id'::int and grain = 1
  and cut = case when :'location_id' = '0' then 0 else 1 end
  and start >= :'from'::date and start < :'to'::date + interval '1 day'
  and (:'location_id' = '0' or location_id = :'location_id'::int)
group by 1
