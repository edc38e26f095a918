select carrier, service, sum(shipments) as shipments, sum(cartons) as cartons,
  sum(shipping_cost) as shipping, sum(shipped) as shipped, sum(on_time) as on_time
from holdfast.roll_up
where client_id = :'client_id'::int and cut = 2 and grain = 1
  and start >= :'from'::date and start < :'to'::date + interval '1 day'
  and (:'location_id' = '0' or location_id = :'location_id'::int)
group by 1, 2
