-- By day; and what waits, by age: under 4 hours, 1, 2, 4 days, older.
select 'day' as part, start::date::text as what, sum(released) as released,
  sum(release_seconds) as release_seconds, sum(shipped) as shipped, sum(ship_seconds) as ship_seconds,
  sum(walk_mm) as walk_mm, sum(walk_lines) as picks
from holdfast.roll_up
where client_id = :'client_id'::int and cut = 0 and grain = 1
  and start >= :'from'::date and start < :'to'::date + interval '1 day'
group by 2
union all
select 'backlog',
  case when age < interval '4 hours' then '1' when age < interval '24 hours' then '2'
    when age < interval '48 hours' then '3' when age < interval '96 hours' then '4' else '5' end,
  count(*), sum(lines), count(*) filter (where ship_by < :'now'::timestamptz), 0, 0, 0
from (
  select lines, ship_by, :'now'::timestamptz - placed_at as age
  from holdfast.open_shipment
  where client_id = :'client_id'::int
) waiting
group by 2
