select extract(isodow from start)::int as weekday, extract(hour from start)::int as hour,
  sum(orders) as orders, sum(lines) as lines, sum(filled_units) as filled
from holdfast.roll_up
where client_id = :'client_id'::int and cut = 0 and grain = 0
  and start >= :'from'::date and start < :'to'::date + interval '1 day'
group by 1, 2
