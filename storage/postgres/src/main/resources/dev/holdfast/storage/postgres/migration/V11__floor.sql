-- The work on the warehouse floor. Waves and pick lists are documents of the application's; what
-- lists ask for are columns. Stock is not here: it follows the orders.

-- States: 0 starting, 1 picking, 2 done, 3 cancelled.
create table wave (
  id uuid not null,
  client_id int not null,
  number text collate "C" not null check (length(number) between 1 and 64),
  location_id int not null,
  state smallint not null check (state between 0 and 3),
  version bigint not null check (version > 0),
  -- Its orders do not all say yet what it says: whoever comes next goes on.
  unfinished boolean not null,
  -- Who asked for it, so that asking again makes no second one.
  request_key text not null,
  fingerprint uuid not null,
  document json not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  primary key (client_id, id)
) with (fillfactor = 80);
create unique index wave_request on wave (client_id, request_key);
create index wave_location on wave (client_id, location_id, id);
create index wave_state on wave (client_id, state, id);
create index wave_unfinished on wave (updated_at) where unfinished;

-- States: 0 open, 1 picking, 2 done, 3 cancelled.
create table pick_list (
  id uuid not null,
  client_id int not null,
  wave_id uuid not null,
  number text collate "C" not null check (length(number) between 1 and 64),
  location_id int not null,
  state smallint not null check (state between 0 and 3),
  version bigint not null check (version > 0),
  -- Something was not found, and its orders do not know yet.
  unfinished boolean not null,
  document json not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  primary key (client_id, id),
  constraint pick_list_of_wave foreign key (client_id, wave_id) references wave
) with (fillfactor = 80);
create index pick_list_wave on pick_list (client_id, wave_id, id);
create index pick_list_location on pick_list (client_id, location_id, state, id);
create index pick_list_unfinished on pick_list (updated_at) where unfinished;

-- Which shipment a tracking number belongs to.
create table parcel (
  client_id int not null,
  number text collate "C" not null check (length(number) between 1 and 64),
  order_id uuid not null,
  shipment_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (client_id, number)
);

do $$
declare
  t text;
begin
  foreach t in array array['wave', 'pick_list', 'parcel'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy audit_reads on %I for select to "${audit}" using (true)', t);
    execute format(
      'create policy own_client on %I to "${app}"'
      || ' using (client_id = (select nullif(current_setting(''holdfast.client'', true), '''')::int))',
      t);
  end loop;
  foreach t in array array['wave', 'pick_list'] loop
    execute format(
      'create policy jobs_every_client on %I for select to "${jobs}" using (true)', t);
  end loop;
end
$$;

grant select on wave, pick_list, parcel to "${audit}";
grant select, insert on wave, pick_list, parcel to "${app}";
grant update (state, version, unfinished, document, updated_at) on wave, pick_list to "${app}";
grant select (id, client_id, unfinished, updated_at) on wave, pick_list to "${jobs}";
