select location_id, sum(orders) as orders, sum(lines) as lines, sum(filled_units) as filled,
  sum(revenue) as revenue, sum(shipments) as shipments, sum(cartons) as cartons,
  sum(shipping_cost) as shipping, sum(shipped) as shipped, sum(on_time) as on_time
from holdfast.roll_up
where client_id = :'client_id'::int and cut = 1 and grain = 1
  and start >= :'from'::date and start < :'to'::date + interval '1 day'
group by 1
