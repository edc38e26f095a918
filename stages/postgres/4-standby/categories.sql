select category, sum(orders) as orders, sum(lines) as lines, sum(ordered_units) as ordered,
  sum(filled_units) as filled, sum(revenue) as revenue, sum(returned_units) as returned
from holdfast.roll_up
where client_id = :'client_id'::int and cut = 3 and grain = 1
  and start >= :'from'::date and start < :'to'::date + interval '1 day'
group by 1
