-- An order and the stock that it holds change in one transaction: its row here, its stock as
-- reservations that name it.

-- The order that a reservation belongs to; null for a shopper's.
alter table reservation add column order_id uuid;

-- States: 0 placed, 1 released, 2 picking, 3 packed, 4 shipped, 5 delivered, 6 cancelled,
-- 7 returned.
create table customer_order (
  id uuid not null,
  client_id int not null,
  number text collate "C" not null check (length(number) between 1 and 64),
  state smallint not null check (state between 0 and 7),
  version bigint not null check (version > 0),
  promised date,
  ship_by timestamptz,
  -- Where live shipments come from; with one place that place, else 0, for the index.
  location_id int not null,
  location_ids int[] not null check (cardinality(location_ids) <= 64),
  carrier text,
  service text,
  -- The whole order as the application wrote it; read here by the auditor only.
  document json not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint customer_order_location_is_one_of_its
    check (case when cardinality(location_ids) = 1 then location_id = location_ids[1]
      else location_id = 0 end),
  primary key (client_id, id)
) with (fillfactor = 80);
create unique index customer_order_number on customer_order (client_id, number);
create index customer_order_location on customer_order (client_id, location_id, id);
create index customer_order_state on customer_order (client_id, state, id);
create index customer_order_ship_by on customer_order (client_id, ship_by, id)
  where ship_by is not null;

alter table customer_order enable row level security;
alter table customer_order force row level security;
create policy audit_reads on customer_order for select to "${audit}" using (true);
create policy own_client on customer_order to "${app}"
  using (client_id = (select nullif(current_setting('holdfast.client', true), '')::int));
create policy writer_every_client on customer_order to "${writer}" using (true);

grant select on customer_order to "${app}", "${audit}";
grant select, insert on customer_order to "${writer}";
grant update (state, version, promised, ship_by, location_id, location_ids, carrier, service,
  document, updated_at) on customer_order to "${writer}";
