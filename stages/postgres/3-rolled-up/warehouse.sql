-- By day; and what waits, by age: under 4 hours, 1, 2, 4 days, older. Whole quarters of an hour come from
-- the sums; where the limit of an age cuts a quarter, its shipments are counted one by one.
with age_limit as (
  select :'now'::timestamptz - age as at
  from unnest(array['4 hours', '24 hours', '48 hours', '96 hours']::interval[]) age
),
cut as (
  select date_bin('15 minutes', at, 'epoch') as quarter from age_limit
)
select 'day' as part, start::date::text as what, sum(released) as released,
  sum(release_seconds) as release_seconds, sum(shipped) as shipped, sum(ship_seconds) as ship_seconds,
  sum(walk_mm) as walk_mm, sum(walk_lines) as picks
from holdfast.roll_up
where client_id = :'client_id'::int and cut = 0 and grain = 1
  and start >= :'from'::date and start < :'to'::date + interval '1 day'
group by 2
union all
select 'backlog', age::text, sum(shipments), sum(lines), sum(late), 0, 0, 0
from (
  select (select count(*) + 1 from age_limit where quarter <= at) as age, shipments, lines,
    case when ship_by < :'now'::timestamptz then shipments else 0 end as late
  from holdfast.backlog
  where client_id = :'client_id'::int and quarter not in (select quarter from cut)
  union all
  select (select count(*) + 1 from age_limit where placed_at <= at), 1, lines,
    (ship_by < :'now'::timestamptz)::int
  from holdfast.open_shipment join cut
    on placed_at >= quarter and placed_at < quarter + interval '15 minutes'
  where client_id = :'client_id'::int
) waiting
group by 2
