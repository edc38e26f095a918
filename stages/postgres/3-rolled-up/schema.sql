-- The product's own: storage/postgres, migrations V13, V15 and V17, which the laboratory applies as the server does. In
-- short, without roles and row-level security:
create schema holdfast;
set search_path = holdfast;

create table roll_up (
  client_id int not null,
  cut smallint not null,     -- 0 client, 1 place, 2 service, 3 category, 4 stock
  grain smallint not null,   -- 0 hour, 1 day, 2 month
  start timestamp not null,  -- of the stretch, by the place's clock
  location_id int not null,  -- 0 and '' where the cut has none
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
) with (fillfactor = 75);

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

-- The same, summed up by the quarter of an hour in which it was ordered: how old it is changes without
-- anybody writing.
create table backlog (
  client_id int not null,
  quarter timestamptz not null,
  location_id int not null,
  carrier text collate "C" not null,
  service text collate "C" not null,
  ship_by timestamptz not null,
  shipments bigint not null,
  lines bigint not null,
  primary key (client_id, quarter, location_id, carrier, service, ship_by)
) with (fillfactor = 75);
