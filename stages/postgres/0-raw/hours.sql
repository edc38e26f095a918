-- Weekday and hour, by the clock of the place that ships.
select extract(isodow from placed_at at time zone zone)::int as weekday,
  extract(hour from placed_at at time zone zone)::int as hour,
  count(*) filter (where order_row = 1) as orders,
  count(*) filter (where ordered > 0) as lines,
  sum(filled) as filled
from order_line
where client = :'client' and state <> 'refused'
  and placed_at >= :'from'::date - interval '1 day'
  and placed_at < :'to'::date + interval '2 days'
  and (placed_at at time zone zone)::date between :'from'::date and :'to'::date
group by 1, 2
