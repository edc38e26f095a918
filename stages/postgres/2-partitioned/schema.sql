-- A partition per month. Rows are written once more; a partition is filled and indexed before it is
-- attached, and its check saves the scan that attaching would take.
set search_path = lab;
alter table order_line rename to order_line_whole;
create table order_line (like order_line_whole including defaults) partition by range (placed_at);

do $$
declare
  month timestamptz;
  name text;
begin
  for month in
    select generate_series(date_trunc('month', min(placed_at)), max(placed_at), interval '1 month')
    from order_line_whole
  loop
    name := 'order_line_' || to_char(month, 'YYYY_MM');
    execute format(
      'create table %I as select * from order_line_whole where placed_at >= %L and placed_at < %L',
      name, month, month + interval '1 month');
    execute format(
      'alter table %I add constraint month check (placed_at >= %L and placed_at < %L)',
      name, month, month + interval '1 month');
  end loop;
end
$$;

drop table order_line_whole;

do $$
declare
  month timestamptz;
  name text;
  needed text;
begin
  for name in
    select relname from pg_class join pg_namespace n on n.oid = relnamespace
    where nspname = 'lab' and relname ~ '^order_line_\d{4}_\d{2}$' order by 1
  loop
    month := to_timestamp(right(name, 7), 'YYYY_MM');
    foreach needed in array array['client', 'order_number', 'order_row', 'line', 'shipment', 'part',
      'shipments', 'placed_at', 'location', 'zone', 'postcode', 'category', 'sku', 'ordered',
      'filled', 'returned', 'amount', 'currency', 'cartons', 'shipping', 'state']
    loop
      execute format('alter table %I alter %I set not null', name, needed);
    end loop;
    execute format('create index on %I (client, placed_at)', name);
    execute format(
      'create index on %I (client, placed_at) where state in (''placed'', ''released'')', name);
    execute format(
      'alter table order_line attach partition %I for values from (%L) to (%L)',
      name, month, month + interval '1 month');
    execute format('alter table %I drop constraint month', name);
  end loop;
end
$$;

create index order_line_client_placed on order_line (client, placed_at);
create index order_line_waiting on order_line (client, placed_at)
  where state in ('placed', 'released');
vacuum analyze order_line;
