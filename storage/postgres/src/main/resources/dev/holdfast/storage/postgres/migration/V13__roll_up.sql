-- What reports count, summed up in advance. Everything here follows from committed facts and can be
-- folded from the start again.

-- One row for each cut, grain and stretch of local time; numbers of both as in the domain. The key
-- is in the order in which reports ask: one client, one cut, one grain, a range of time.
create table roll_up (
  client_id int not null,
  cut smallint not null,
  grain smallint not null,
  start timestamp not null,
  -- 0 and '' where the cut has none, or nobody knows.
  location_id int not null,
  carrier text collate "C" not null,
  service text collate "C" not null,
  category text collate "C" not null,
  currency text collate "C" not null,
  orders bigint not null default 0,
  lines bigint not null default 0,
  ordered_units bigint not null default 0,
  filled_units bigint not null default 0,
  revenue bigint not null default 0,
  split_orders bigint not null default 0,
  cancelled_orders bigint not null default 0,
  shipments bigint not null default 0,
  cartons bigint not null default 0,
  shipping_cost bigint not null default 0,
  shipped bigint not null default 0,
  on_time bigint not null default 0,
  release_seconds bigint not null default 0,
  released bigint not null default 0,
  ship_seconds bigint not null default 0,
  returned_units bigint not null default 0,
  refusals bigint not null default 0,
  refused_units bigint not null default 0,
  walk_mm bigint not null default 0,
  walk_lines bigint not null default 0,
  received_units bigint not null default 0,
  sold_units bigint not null default 0,
  shrinkage_units bigint not null default 0,
  spoiled_units bigint not null default 0,
  on_hand_units bigint not null default 0,
  primary key (client_id, cut, grain, start, location_id, carrier, service, category, currency)
  -- No changed column is indexed and there is room beside each row: the rows of the present hour,
  -- day and month change with every batch, within their pages.
) with (fillfactor = 75);

-- What each fact added in its latest version, so that the next one can take it away first.
create table roll_up_fact (
  client_id int not null,
  id uuid not null,
  version bigint not null check (version > 0),
  -- As FoldedFact writes it.
  folded bytea not null,
  primary key (client_id, id)
) with (fillfactor = 85);

create table open_shipment (
  client_id int not null,
  fact_id uuid not null,
  shipment uuid not null,
  location_id int not null,
  carrier text collate "C" not null,
  service text collate "C" not null,
  placed_at timestamptz not null,
  ship_by timestamptz not null,
  lines int not null,
  primary key (client_id, fact_id, shipment)
);
create index open_shipment_waiting on open_shipment (client_id, placed_at, shipment);

-- How far facts are folded. One row, which is also the lock of whoever folds.
create table roll_up_mark (
  single boolean primary key default true check (single),
  value bigint not null,
  as_of timestamptz not null
);
insert into roll_up_mark (value, as_of) values (0, 'epoch');

do $$
declare
  t text;
begin
  foreach t in array array['roll_up', 'roll_up_fact', 'open_shipment', 'roll_up_mark'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy audit_reads on %I for select to "${audit}" using (true)', t);
    execute format('create policy jobs_every_client on %I to "${jobs}" using (true)', t);
  end loop;
  foreach t in array array['roll_up', 'roll_up_fact', 'open_shipment'] loop
    execute format(
      'create policy own_client on %I for select to "${app}"'
      || ' using (client_id = (select nullif(current_setting(''holdfast.client'', true), '''')::int))',
      t);
  end loop;
end
$$;
create policy everybody_asks_how_fresh on roll_up_mark for select to "${app}" using (true);

grant select on roll_up, open_shipment, roll_up_mark to "${app}", "${audit}", "${jobs}";
grant select on roll_up_fact to "${audit}", "${jobs}";
grant insert, update, truncate on roll_up, roll_up_fact, open_shipment to "${jobs}";
grant delete on open_shipment to "${jobs}";
grant update (value, as_of) on roll_up_mark to "${jobs}";
