select start::date as day, extract(hour from start)::int as hour, sum(orders) as orders,
  sum(ordered_units) as ordered, sum(filled_units) as filled, sum(refusals) as refusals
from holdfast.roll_up
where client_id = :'client_id'::int and cut = 0 and grain = 0
  and start >= :'from'::date and start < :'to'::date + interval '1 day'
  and start::date = any (string_to_array(:'days', ',')::date[])
group by 1, 2
