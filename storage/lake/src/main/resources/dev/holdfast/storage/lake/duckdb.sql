-- The lake as tables, for DuckDB 1.2 or newer. In its folder: duckdb -init duckdb.sql
-- Written by ./holdfast export lake; the next export writes it again.

-- Where the folder is now. After moving it, or for a copy at s3://BUCKET/PREFIX, change this line.
set variable lake = '{{lake}}';

-- What belongs to the lake, and up to when. Files that are not named here are leftovers. Run this
-- file again to see what came later.
create or replace temp table lake_state as
  select * from read_json(getvariable('lake') || '/_holdfast/state.json',
    maximum_object_size = 268435456,
    columns = {installation: 'varchar', mark: 'bigint', "asOf": 'varchar',
      files: 'struct(order_versions varchar[], ledger_entries varchar[], walks varchar[])'});

{{tables}}
-- The rows of each order's latest version. A version that reports never saw may be missing.
create or replace view order_lines as
  select * from order_versions
  qualify version = max(version) over (partition by client, order_id);

-- One row per shipment of those.
create or replace view shipments as
  select client, day, order_id, shipment, any_value(placed_at) as placed_at,
    any_value(placed_local) as placed_local,
    any_value(shipment_state) as state, bool_or(live) as live, any_value(location) as location,
    any_value(carrier) as carrier, any_value(service) as service, any_value(currency) as currency,
    any_value(promised) as promised, any_value(ship_by) as ship_by, any_value(arrival) as arrival,
    any_value(released_at) as released_at, any_value(shipped_at) as shipped_at,
    any_value(cartons) as cartons, any_value(shipping_minor) as shipping_minor,
    count(*) as lines
  from order_lines where shipment is not null
  group by client, day, order_id, shipment;

-- One row per order.
create or replace view orders as
  select client, day, order_id, any_value(version) as version, any_value(number) as number,
    any_value(state) as state, bool_or(cancelled) as cancelled, any_value(placed_at) as placed_at,
    any_value(placed_local) as placed_local, any_value(currency) as currency,
    count(distinct line) as lines, sum(ordered) as ordered, sum(filled) as filled,
    sum(returned) as returned, sum(revenue_minor)::bigint as revenue_minor,
    count(distinct shipment) filter (where live) as shipments
  from order_lines group by client, day, order_id;

-- The questions of the eight reports, to start from: select * from overview where client = 'CODE'.

create or replace view overview as
  select o.client, o.day, o.currency, count(*) as orders, sum(o.lines)::bigint as lines,
    sum(o.ordered) as ordered, sum(o.filled) as filled,
    round(sum(o.filled) / nullif(sum(o.ordered), 0), 4) as fill_rate,
    sum(o.revenue_minor)::bigint as revenue_minor,
    round(count(*) filter (where o.shipments > 1) / count(*), 4) as split_rate,
    sum(s.cartons)::bigint as cartons, sum(s.shipping_minor)::bigint as shipping_minor
  from orders o
  left join (select client, order_id, sum(cartons) as cartons,
      sum(shipping_minor) as shipping_minor from shipments where live group by all) s
    using (client, order_id)
  group by o.client, o.day, o.currency;

-- Weekday 1 is Monday.
create or replace view hours as
  select client, isodow(placed_local) as weekday, hour(placed_local) as hour, count(*) as orders,
    sum(lines)::bigint as lines, sum(ordered) as ordered
  from orders group by all;

create or replace view locations as
  select client, day, location, currency, count(distinct order_id) as orders,
    sum(filled) filter (where live) as filled,
    sum(revenue_minor) filter (where live)::bigint as revenue_minor
  from order_lines where shipment is not null group by all;

create or replace view carriers as
  select client, day, carrier, service, currency, count(*) as shipments,
    sum(cartons)::bigint as cartons, round(avg(shipping_minor)) as cost_per_shipment_minor,
    count(*) filter (where shipped_at is not null) as shipped,
    count(*) filter (where shipped_at <= ship_by
      and (promised is null or arrival <= promised)) as on_time
  from shipments where live group by all;

create or replace view categories as
  select client, day, category, currency, count(distinct order_id) as orders,
    count(distinct (order_id, line)) as lines, sum(ordered) as ordered, sum(filled) as filled,
    sum(revenue_minor)::bigint as revenue_minor, sum(returned) as returned
  from order_lines group by all;

create or replace view warehouse as
  select client, day, location,
    round(avg(epoch(released_at) - epoch(placed_at))) as order_to_release_seconds,
    round(avg(epoch(shipped_at) - epoch(placed_at))) as order_to_ship_seconds,
    count(*) filter (where shipped_at is null) as backlog
  from shipments where live group by all;

create or replace view walk_per_line as
  select client, day, location, sum(length_mm)::bigint as length_mm, sum(lines)::bigint as lines,
    sum(length_mm)::bigint // nullif(sum(lines), 0)::bigint as mm_per_line
  from (select * from walks qualify version = max(version) over (partition by client, list_id))
  group by all;

-- In units; what of the changes was received, sold and so on is in kind.
create or replace view stock as
  select client, day, location, category, kind, count(*) as entries,
    sum(on_hand_delta / pow(10, scale)) as units
  from ledger_entries where on_hand_delta <> 0 group by all;

-- The first and third Friday of each month against every other Friday, by hour.
create or replace view payday as
  select client, day, (dayofmonth(day) - 1) // 7 in (0, 2) as is_payday, hour(placed_local) as hour,
    count(*) as orders, sum(ordered) as ordered, sum(filled) as filled
  from orders where isodow(day) = 5 group by all;
